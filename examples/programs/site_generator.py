"""A static-site generator: pages in a small markup become a folder of HTML, with an index, pages for tags and a feed.

    ouro site_generator.py [SOURCE TARGET]

Pages begin with a header of `name: value` lines. Pages that did not change since the last run are not written again.
Without folders it makes a site of its own in a temporary one, twice, to show that.
"""

import base64
import fnmatch
import hashlib
import html
import itertools
import json
import os
import re
import shutil
import sys
import tempfile
from collections import UserDict, defaultdict
from contextlib import contextmanager
from datetime import UTC, date, datetime
from functools import cache, partial
from graphlib import TopologicalSorter
from pathlib import Path
from string import Template
from textwrap import dedent, shorten

LAYOUT = Template('''\
<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>$title</title>$head</head>
<body>
<nav>$nav</nav>
<main>
$body
</main>
<footer>$footer</footer>
</body>
</html>
''')

PIXEL = base64.b64decode('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7')


class Header(UserDict):
    """The header of a page; names do not mind their case."""

    def __setitem__(self, name, value):
        super().__setitem__(name.strip().lower(), value.strip())

    def __contains__(self, name):
        return name.lower() in self.data

    def __getitem__(self, name):
        return super().__getitem__(name.lower())

    @property
    def tags(self):
        """The page's tags, in order."""
        return sorted(filter(None, (tag.strip() for tag in self.get('tags', '').split(','))))

    @property
    def date(self):
        """The page's day, or None."""
        return date.fromisoformat(self['date']) if 'date' in self else None


# --- the markup ---

@cache
def slug(text):
    """The text as part of an address."""
    return re.sub(r'[^a-z0-9]+', '-', text.lower()).strip('-')


INLINE = [
    (re.compile(r'`([^`]+)`'), r'<code>\1</code>'),
    (re.compile(r'\*\*(.+?)\*\*'), r'<strong>\1</strong>'),
    (re.compile(r'\*(.+?)\*'), r'<em>\1</em>'),
    (re.compile(r'\[([^\]]+)\]\(([^)\s]+)\)'), r'<a href="\2">\1</a>'),
]


def inline(text):
    """Emphasis, code and links in a line."""
    text = html.escape(text, quote=False)
    for pattern, replacement in INLINE:
        text = pattern.sub(replacement, text)
    return text


def blocks(text):
    """Paragraphs of lines; code between fences is one, whatever it contains."""
    block, fenced = [], False
    for line in text.splitlines():
        if line.startswith('```'):
            fenced = not fenced
        if not line.strip() and not fenced:
            if block:
                yield block
            block = []
        else:
            block.append(line)
    if block:
        yield block


def to_html(text):
    """The markup as HTML."""
    parts = []
    for lines in blocks(text):
        first = lines[0]
        if heading := re.match(r'(#{1,3}) +(.*)', first):
            level, title = len(heading[1]), heading[2]
            parts.append(f'<h{level} id="{slug(title)}">{inline(title)}</h{level}>')
            lines = lines[1:]
        if not lines:
            continue
        if first.startswith('```'):
            code = html.escape('\n'.join(lines[1:-1]))
            parts.append(f'<pre class="{slug(first[3:]) or "text"}">{code}</pre>')
        elif all(re.match(r'[-+] ', line) for line in lines):
            items = ''.join(f'<li>{inline(line[2:])}</li>' for line in lines)
            parts.append(f'<ul>{items}</ul>')
        elif all('|' in line for line in lines):
            rows = [[inline(cell.strip()) for cell in line.strip('|').split('|')] for line in lines]
            cells = (''.join(map('<td>{}</td>'.format, row)) for row in rows)
            parts.append('<table>' + ''.join(map('<tr>{}</tr>'.format, cells)) + '</table>')
        else:
            parts.append('<p>' + inline(' '.join(map(str.strip, lines))) + '</p>')
    return '\n'.join(parts)


# --- pages ---

class Page:
    """A source file: header and text."""

    def __init__(self, path, source):
        raw = path.read_text(encoding='utf-8')
        head, _, self.text = raw.partition('\n\n')
        self.header = Header(line.split(':', 1) for line in head.splitlines() if ':' in line)
        self.name = path.relative_to(source).with_suffix('.html').as_posix()
        self.digest = hashlib.sha256(raw.encode()).hexdigest()

    @property
    def title(self):
        return self.header.get('title') or self.name

    @property
    def needs(self):
        """The pages whose titles it mentions, as {{name}}."""
        return set(re.findall(r'\{\{([\w./-]+)\}\}', self.text))

    def summary(self, width=60):
        """The beginning of the text, without markup."""
        return shorten(re.sub(r'[#*`\[\]]|\(\S+\)|\{\{.*?\}\}', '', self.text), width, placeholder='...')


class Site:
    """A folder of pages and what is made of it."""

    def __init__(self, source, target):
        self.source, self.target = Path(source), Path(target)
        self.pages = {page.name: page for page in map(partial(Page, source=self.source), self._sources('*.page'))}
        self.memory = self.target / '.digests.json'
        self.written, self.kept = [], []

    def _sources(self, pattern):
        for folder, folders, files in os.walk(self.source):
            folders.sort()
            yield from (Path(folder, name) for name in sorted(fnmatch.filter(files, pattern)))

    @contextmanager
    def digests(self):
        """What was written the last time, and by which text; saved again at the end."""
        try:
            known = json.loads(self.memory.read_text())
        except FileNotFoundError:
            known = {}
        yield known
        self.memory.write_text(json.dumps(known, indent=1, sort_keys=True))

    def order(self):
        """Pages behind those that they mention."""
        graph = {name: page.needs & self.pages.keys() for name, page in sorted(self.pages.items())}
        return list(TopologicalSorter(graph).static_order())

    def expand(self, page):
        """The text with the titles of the pages that it mentions."""
        def title(found):
            other = self.pages.get(found[1])
            return f'[{other.title}]({self.relative(page.name, other.name)})' if other else f'**?{found[1]}?**'
        return re.sub(r'\{\{([\w./-]+)\}\}', title, page.text)

    @staticmethod
    def relative(here, there):
        """The address of one page in another."""
        return os.path.relpath(there, os.path.dirname(here) or '.')

    def by_tag(self):
        """Tags and their pages."""
        tags = defaultdict(list)
        for page in self.pages.values():
            for tag in page.header.tags:
                tags[tag].append(page)
        return dict(sorted(tags.items()))

    def nav(self, here):
        links = [('index.html', 'Start')] + [(f'tag/{slug(tag)}.html', tag) for tag in self.by_tag()]
        return ' '.join(f'<a href="{self.relative(here, there)}">{html.escape(text)}</a>' for there, text in links)

    def put(self, known, name, title, body, digest):
        """Writes a page if it is not there as it should be."""
        digest = hashlib.blake2b((digest + self.nav(name)).encode(), digest_size=8).hexdigest()
        path = self.target / name
        if known.get(name) == digest and path.exists():
            self.kept.append(name)
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(LAYOUT.substitute(title=html.escape(title), head='', nav=self.nav(name), body=body,
                                          footer=f'page {name}'), encoding='utf-8')
        known[name] = digest
        self.written.append(name)

    def listing(self, here, pages):
        """A list of links, newest first."""
        pages = sorted(pages, key=lambda page: (page.header.date or date.min, page.title), reverse=True)
        items = [f'<li>{page.header.date or ""} <a href="{self.relative(here, page.name)}">{html.escape(page.title)}</a> '
                 f'{html.escape(page.summary())}</li>' for page in pages]
        return '<ul>\n' + '\n'.join(items) + '\n</ul>'

    def build(self):
        """Writes what changed; (written, kept)."""
        self.target.mkdir(parents=True, exist_ok=True)
        with self.digests() as known:
            for name in self.order():
                page = self.pages[name]
                text = self.expand(page)
                self.put(known, name, page.title, to_html(text), hashlib.md5(text.encode()).hexdigest())
            lists = itertools.chain([('index.html', 'Start', list(self.pages.values()))],
                                    ((f'tag/{slug(tag)}.html', f'About {tag}', pages) for tag, pages in self.by_tag().items()))
            for name, title, pages in lists:
                body = f'<h1>{html.escape(title)}</h1>\n' + self.listing(name, pages)
                self.put(known, name, title, body, hashlib.sha1(body.encode()).hexdigest())
            self.feed()
            self.copy_files()
        return self.written, self.kept

    def feed(self):
        """The dated pages for machines."""
        entries = [{'title': page.title, 'url': page.name,
                    'date': datetime.combine(page.header.date, datetime.min.time(), UTC).isoformat()}
                   for page in self.pages.values() if page.header.date]
        entries.sort(key=lambda entry: entry['date'], reverse=True)
        (self.target / 'feed.json').write_text(json.dumps({'version': 1, 'items': entries}, indent=2))

    def copy_files(self):
        for path in self._sources('*.gif'):
            place = self.target / path.relative_to(self.source)
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, place)


SAMPLE = {
    'first.page': '''\
        Title: First things first
        Date: 2026-01-02
        Tags: memory, start

        # First things

        A page with *emphasis*, **more of it**, `code <b>` and a [link](https://example.org).

        - one
        - two & three

        ```python
        a = [1, 2]

        b = a
        ```
        ''',
    'notes/second.page': '''\
        title: Second & last
        date: 2026-02-03
        tags: memory

        ## Tables

        name | count
        `a` | 2

        See {{first.html}} and {{nowhere.html}}.
        ''',
    'about.page': '''\
        title: About

        Nothing to say, but see {{notes/second.html}}.
        ''',
}


def demonstrate():
    """Builds the sample, changes a page, builds it again."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, 'source'), Path(folder, 'site')
        for name, text in SAMPLE.items():
            path = source / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(dedent(text))
        (source / 'notes' / 'pixel.gif').write_bytes(PIXEL)
        for change in None, 'notes/second.page', None:
            if change:
                path = source / change
                path.write_text(path.read_text().replace('last', 'lasting'))
            written, kept = Site(source, target).build()
            print('written', written, '\n   kept', kept)
        print()
        for path in sorted(target.rglob('*.html')):
            print(f'--- {path.relative_to(target)}')
            body = re.search(r'<main>\n(.*)\n</main>', path.read_text(), re.DOTALL)
            print(body[1])
        print('---', (target / 'feed.json').read_text())
        print(sorted(path.relative_to(target).as_posix() for path in target.rglob('*') if path.is_file()))
        print((target / 'notes/pixel.gif').stat().st_size, 'bytes of pixel')


if __name__ == '__main__':
    if len(sys.argv) == 3:
        print(*Site(*sys.argv[1:]).build(), sep='\n')
    else:
        demonstrate()
