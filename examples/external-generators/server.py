"""A shop of three pages, Python 3's standard library alone: python3 server.py PORT [DELAY_MS]"""

import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PAGES = {"/": 512, "/items": 4096, "/health": 2}
DELAY = float(sys.argv[2]) / 1000 if len(sys.argv) > 2 else 0


class Shop(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # Without it the end of an answer waits for the acknowledgement of its begin.
    wbufsize = 65536
    disable_nagle_algorithm = True

    def do_GET(self):
        time.sleep(DELAY)
        size = PAGES.get(self.path)
        body = b"x" * size if size else b"no such page"
        self.send_response(200 if size else 404)
        self.send_header("Content-Type", "text/plain")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Shop).serve_forever()
