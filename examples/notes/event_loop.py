"""Notes over HTTP, kept in PostgreSQL: one event loop, and a pool of ten database connections."""

import asyncio
import os

import asyncpg
from aiohttp import web

PAUSE = float(os.environ.get("PAUSE", "0"))
DATABASE = os.environ["DATABASE"]
PAGE = 100
POOL = web.AppKey("pool", asyncpg.Pool)


async def health(request):
    return web.json_response({"status": "up"})


async def created(request):
    body = await request.json()
    number = await request.app[POOL].fetchval(
        "INSERT INTO notes (owner, text, done) VALUES ($1, $2, $3) RETURNING id",
        request.match_info["owner"], body["text"], body["done"])
    return web.json_response({"id": number, "text": body["text"], "done": body["done"]}, status=201)


async def notes_of(request):
    rows = await request.app[POOL].fetch(
        "SELECT id, text, done FROM notes WHERE owner = $1 ORDER BY id LIMIT $2 OFFSET $3",
        request.match_info["owner"], PAGE, int(request.query.get("skip", "0")))
    return web.json_response({"notes": [dict(row) for row in rows]})


async def done(request):
    return await on_one(request, "UPDATE notes SET done = true WHERE id = $1", 200)


async def deleted(request):
    return await on_one(request, "DELETE FROM notes WHERE id = $1", 204)


async def on_one(request, sql, success):
    # The answer of PostgreSQL is the command and the number of rows, such as "DELETE 1".
    command = await request.app[POOL].execute(sql, int(request.match_info["note"]))
    if command.endswith(" 0"):
        return web.json_response({}, status=404)
    return web.Response(status=204) if success == 204 else web.json_response({})


@web.middleware
async def answer(request, handler):
    try:
        response = await handler(request)
    except (asyncpg.PostgresError, asyncpg.InterfaceError, OSError, asyncio.TimeoutError):
        response = web.json_response({"detail": "no database"}, status=503)
    if PAUSE:
        await asyncio.sleep(PAUSE)
    return response


async def pool(app):
    app[POOL] = await asyncpg.create_pool(DATABASE, min_size=10, max_size=10)
    await app[POOL].execute(
        "CREATE TABLE IF NOT EXISTS notes (id bigserial PRIMARY KEY, owner text NOT NULL,"
        " text text NOT NULL, done boolean NOT NULL)")
    await app[POOL].execute("CREATE INDEX IF NOT EXISTS notes_of_owner ON notes (owner, id)")
    yield
    await app[POOL].close()


if __name__ == "__main__":
    server = web.Application(middlewares=[answer])
    server.cleanup_ctx.append(pool)
    server.add_routes([
        web.get("/health", health),
        web.post(r"/owners/{owner:[\w-]+}/notes", created),
        web.get(r"/owners/{owner:[\w-]+}/notes", notes_of),
        web.patch(r"/notes/{note:\d+}/done", done),
        web.delete(r"/notes/{note:\d+}", deleted),
    ])
    web.run_app(server, host="0.0.0.0", port=8080, access_log=None, backlog=1024)
