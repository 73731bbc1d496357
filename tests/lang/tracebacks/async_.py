# exit: 1
# An exception passing through coroutines.
async def leaf():
    raise ValueError("leaf")


async def middle():
    async with Manager():
        await leaf()


class Manager:
    async def __aenter__(self):
        pass

    async def __aexit__(self, *args):
        return False


middle().send(None)
