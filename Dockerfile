# One image for every role: ZELENIAL_ROLE=api answers people, worker does jobs, all does both. Node 24 itself comes from
# the npm package `node`; the one of the base image only installs it.
FROM node:20-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --no-audit --no-fund

FROM node:20-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
WORKDIR /app
COPY --from=packages /app/node_modules ./node_modules
COPY . .
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
# A container is stopped by a signal to its first process, so that is the server itself and not npm.
ENV PATH=/app/node_modules/.bin:$PATH
CMD ["node", "--max-semi-space-size=4", "--heap-growing-percent=60", "server.ts"]
