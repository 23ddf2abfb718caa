"""Not k6, which cannot be installed everywhere: does to a shop what shop.js says, and leaves a CSV of k6's form.

python3 k6-stand-in.py run --out csv=FILE -e BASE=URL --vus N --duration 10s
"""

import argparse
import http.client
import threading
import time
import urllib.parse

parser = argparse.ArgumentParser()
parser.add_argument("command", choices=["run"])
parser.add_argument("--out", required=True)
parser.add_argument("-e", dest="variable", required=True)
parser.add_argument("--vus", type=int, required=True)
parser.add_argument("--duration", required=True)
given = parser.parse_args()
base = urllib.parse.urlsplit(given.variable.removeprefix("BASE="))
end = time.time() + float(given.duration.removesuffix("s"))
lock = threading.Lock()
out = open(given.out.removeprefix("csv="), "w", encoding="utf-8", newline="\n")
out.write("metric_name,timestamp,metric_value,check,error,error_code,expected_response,group,method,name,proto,"
          "scenario,service,status,subproto,tls_version,url,extra_tags,metadata\n")


def write(metric, value, tags=",,,,,,,,,,,,,,,"):
    with lock:
        out.write(f"{metric},{int(time.time())},{value:.6f},{tags}\n")


def get(connection, path):
    url = f"{base.scheme}://{base.netloc}{path}"
    begun = time.perf_counter()
    error, code, status = "", "", 0
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        answer.read()
        status = answer.status
    except OSError as failed:
        connection.close()
        error, code = type(failed).__name__, "1212" if isinstance(failed, ConnectionRefusedError) else "1220"
    taken = 1000 * (time.perf_counter() - begun)
    good = "true" if 200 <= status < 400 else "false"
    tags = f",{error},{code},{good},,GET,{url},HTTP/1.1,default,,{status},,,{url},,"
    write("http_reqs", 1, tags)
    write("http_req_duration", taken, tags)
    write("http_req_failed", 0 if good == "true" else 1, tags)


def user():
    connection = http.client.HTTPConnection(base.hostname, base.port, timeout=10)
    while time.time() < end:
        begun = time.perf_counter()
        get(connection, "/")
        get(connection, "/items")
        write("iteration_duration", 1000 * (time.perf_counter() - begun))
        write("iterations", 1)
        time.sleep(0.02)


users = [threading.Thread(target=user) for _ in range(given.vus)]
for each in users:
    each.start()
while time.time() < end:
    write("vus", given.vus)
    time.sleep(1)
for each in users:
    each.join()
out.close()
