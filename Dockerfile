# The site as one image: `docker build -t designcity .`; compose.yaml runs it with its servers.
FROM python:3.11-slim-bookworm AS base
ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 PYTHONPATH=/srv/site:/srv \
    DJANGO_SETTINGS_MODULE=designcity.settings.production DATA_DIR=/data BIND=0.0.0.0:8000
# Headlines are drawn for those who share a page: that takes a font with Han characters.
RUN apt-get update -qq && apt-get install -y -qq --no-install-recommends fontconfig fonts-noto-cjk libfribidi0 \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /srv
COPY requirements.txt ./
RUN pip install --no-cache-dir --require-hashes -r requirements.txt
COPY manage.py ./
COPY site ./site
COPY home ./home
COPY news ./news
COPY institutions ./institutions
COPY campaigns ./campaigns
COPY events ./events
COPY publications ./publications
COPY awards ./awards
COPY provenance ./provenance
COPY removals ./removals
COPY exchange ./exchange
COPY translating ./translating
COPY newsroom ./newsroom
COPY search ./search
COPY templates ./templates
COPY docs ./docs
RUN python -m designcity.catalogues \
 && useradd --system --no-create-home designcity \
 && mkdir /data && chown designcity /data
USER designcity
VOLUME /data
EXPOSE 8000
CMD ["python", "-m", "designcity.application_server"]
