"""Notes over HTTP, kept in PostgreSQL: a thread and a database connection for each client."""

import json
import os
import re
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import psycopg2

PAUSE = float(os.environ.get("PAUSE", "0"))
DATABASE = os.environ["DATABASE"]
PAGE = 100

local = threading.local()


def query(sql, *values):
    """Runs one statement in a transaction of its own and returns its rows."""
    try:
        if getattr(local, "connection", None) is None:
            local.connection = psycopg2.connect(DATABASE)
        with local.connection, local.connection.cursor() as cursor:
            cursor.execute(sql, values)
            return cursor.fetchall() if cursor.description else cursor.rowcount * [()]
    except psycopg2.Error:
        local.connection = None
        raise


class Notes(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1

    def do_GET(self):
        url = urlsplit(self.path)
        if url.path == "/health":
            self.answer(lambda: (200, {"status": "up"}))
        elif owner := re.fullmatch(r"/owners/([\w-]+)/notes", url.path):
            skip = int(parse_qs(url.query).get("skip", ["0"])[0])
            self.answer(lambda: (200, {"notes": notes_of(owner[1], skip)}))
        else:
            self.answer(lambda: (404, {}))

    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        owner = re.fullmatch(r"/owners/([\w-]+)/notes", self.path)
        self.answer(lambda: (201, created(owner[1], body)) if owner else (404, {}))

    def do_PATCH(self):
        self.on_one("UPDATE notes SET done = true WHERE id = %s", r"/notes/(\d+)/done", 200)

    def do_DELETE(self):
        self.on_one("DELETE FROM notes WHERE id = %s", r"/notes/(\d+)", 204)

    def on_one(self, sql, pattern, success):
        note = re.fullmatch(pattern, self.path)
        self.answer(lambda: (success if note and query(sql, int(note[1])) else 404, {}))

    def answer(self, what):
        try:
            status, body = what()
        except psycopg2.Error:
            status, body = 503, {"detail": "no database"}
        time.sleep(PAUSE)
        text = b"" if status == 204 else json.dumps(body).encode()
        self.send_response(status)
        if status != 204:
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def log_message(self, *_):
        pass


def created(owner, body):
    rows = query(
        "INSERT INTO notes (owner, text, done) VALUES (%s, %s, %s) RETURNING id",
        owner, body["text"], body["done"])
    return {"id": rows[0][0], "text": body["text"], "done": body["done"]}


def notes_of(owner, skip):
    rows = query(
        "SELECT id, text, done FROM notes WHERE owner = %s ORDER BY id LIMIT %s OFFSET %s",
        owner, PAGE, skip)
    return [{"id": row[0], "text": row[1], "done": row[2]} for row in rows]


class Server(ThreadingHTTPServer):
    request_queue_size = 1024
    daemon_threads = True


if __name__ == "__main__":
    query("CREATE TABLE IF NOT EXISTS notes (id bigserial PRIMARY KEY, owner text NOT NULL,"
          " text text NOT NULL, done boolean NOT NULL)")
    query("CREATE INDEX IF NOT EXISTS notes_of_owner ON notes (owner, id)")
    Server(("0.0.0.0", 8080), Notes).serve_forever()
