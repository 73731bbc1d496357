#!/bin/bash
# browser.sh: opens pages in headless Chromium, each with page_test.js behind it, and reads the verdict that it leaves.
set -u
for browser in chromium chromium-browser google-chrome; do command -v $browser >/dev/null && break; done
if ! command -v $browser >/dev/null; then
    echo "no Chromium: the page itself is not tested"
    exit 0
fi
cd "$(dirname "$0")" || exit 2
passed=0 failed=0
for page in cycle:1280 error:800 holders:1280 deep:800; do
    script=${page%:*} width=${page#*:}
    (cd scripts && "$OURO" view -o "$WORK/$script.html" "$script.py" >/dev/null 2>&1)
    { cat "$WORK/$script.html" && echo "<script>" && cat page_test.js && echo "</script>"; } >"$WORK/tested.html"
    verdict=$(timeout 60 $browser --headless --no-sandbox --disable-gpu --disable-quic --no-first-run \
        --disable-background-networking --disable-component-update --disable-sync --user-data-dir="$WORK/profile" \
        --window-size="$width",900 --virtual-time-budget=5000 --dump-dom "file://$WORK/tested.html" 2>/dev/null |
        sed -n 's/.*<pre id="verdict">\(.*\)<\/pre>.*/\1/p')
    case $verdict in
    GOOD*) passed=$((passed + 1)) ;;
    *) failed=$((failed + 1)); echo "FAILED page of $script.py at $width pixels: ${verdict:-no verdict}" ;;
    esac
done
echo "$passed pages passed, $failed failed"
[ "$failed" = 0 ]
