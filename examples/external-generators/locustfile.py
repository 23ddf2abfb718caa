from locust import HttpUser, constant, task


class Shopper(HttpUser):
    wait_time = constant(0.02)

    @task
    def look_around(self):
        self.client.get("/", name="Home")
        self.client.get("/items", name="Items")
