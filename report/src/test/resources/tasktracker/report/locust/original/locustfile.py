"""What Locust 2.12.1 ran for the files beside this one, with 2 users for 14 s and --csv-full-history.

The server answers /slow after 50 ms and every second POST /fails with 503.
"""

from locust import HttpUser, constant, task


class Visitor(HttpUser):
    wait_time = constant(1)

    @task
    def all(self):
        self.client.get("/slow", name="[Tasks] List All")
        self.client.post("/fails", name='[Tasks] Create, "quoted"', json={"a": 1})
        with self.client.get("/ok", name="Checked", catch_response=True) as response:
            response.failure("not what was asked for")
        raise RuntimeError("broken, script")
