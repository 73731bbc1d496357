name = 'plugins'
