"""The application server: `gunicorn --config site/designcity/gunicorn.py designcity.wsgi`."""

import os
from pathlib import Path

_root = Path(__file__).resolve().parents[2]

chdir = str(_root)
pythonpath = f"{_root / 'site'},{_root}"
bind = os.environ.get("BIND", "127.0.0.1:8000")
workers = 2
threads = 4
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108  (heartbeats, kept from the disk)
limit_request_line = 8190  # the most that gunicorn bounds: a query of some 900 Han characters
graceful_timeout = 15
timeout = 60
max_requests = 100_000
max_requests_jitter = 10_000
accesslog = "-"
access_log_format = '%(t)s "%(r)s" %(s)s %(b)s %(M)sms'
forwarded_allow_ips = "127.0.0.1"
