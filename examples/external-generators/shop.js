// What k6 itself would run; k6-stand-in.py does the same.
import http from 'k6/http';
import { sleep } from 'k6';

export default function () {
  http.get(`${__ENV.BASE}/`);
  http.get(`${__ENV.BASE}/items`);
  sleep(0.02);
}
