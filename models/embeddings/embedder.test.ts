import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { z } from 'zod'
import { createEmbedder } from './embedder.ts'

type Reply = (request: { input: string[]; dimensions?: number | undefined }) => { status: number; body: unknown }
const requestSchema = z.object({
  input: z.union([z.string().transform((text) => [text]), z.array(z.string())]),
  dimensions: z.number().optional(),
})

const servers: Server[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
})

/** A real HTTP server that speaks `POST /v1/embeddings`; answers the nth request by the nth reply, the last one for ever. */
const serve = async (...replies: Reply[]) => {
  const seen: z.infer<typeof requestSchema>[] = []
  const server = createServer((request, response) => {
    let text = ''
    request.on('data', (chunk: Buffer) => {
      text += chunk.toString()
    })
    request.on('end', async () => {
      const asked = requestSchema.parse(JSON.parse(text))
      seen.push(asked)
      const { status, body } = replies[Math.min(seen.length, replies.length) - 1]?.(asked) ?? { status: 404, body: {} }
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    })
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { seen, baseUrl: `http://127.0.0.1:${port}/v1` }
}

const vectors =
  (dimensions: number): Reply =>
  ({ input }) => ({
    status: 200,
    body: {
      object: 'list',
      model: 'm',
      usage: { prompt_tokens: 1, total_tokens: 1 },
      data: input.map((_, index) => ({ object: 'embedding', index, embedding: new Array(dimensions).fill(0.03125) })),
    },
  })
const fails =
  (status: number): Reply =>
  () => ({ status, body: { error: { message: 'busy' } } })

const remote = (baseUrl: string) =>
  createEmbedder({ EMBEDDING_MODEL: 'm', OPENAI_BASE_URL: baseUrl, OPENAI_API_KEY: undefined, MODEL_TIMEOUT_MS: 2_000 })

test('without a model the built-in vectors answer', async () => {
  const embedder = await createEmbedder({ MODEL_TIMEOUT_MS: 1_000 })
  const [one, two] = await embedder.embed(['кофе', 'coffee'])
  expect(embedder.model).toMatch(/^zelenial-lexical-/)
  expect([one?.length, two?.length]).toEqual([embedder.dimensions, embedder.dimensions])
  expect(await embedder.embed([])).toEqual([])
})

test('an endpoint is asked for 1024 dimensions in batches, in order', async () => {
  const { seen, baseUrl } = await serve(vectors(1024))
  const texts = Array.from({ length: 300 }, (_, index) => `text ${index}`)
  const result = await (await remote(baseUrl)).embed(texts)
  expect(result).toHaveLength(300)
  expect(result[299]).toHaveLength(1024)
  expect(seen).toHaveLength(2)
  expect(seen.every(({ dimensions }) => dimensions === 1024)).toBe(true)
  expect(new Set(seen.flatMap(({ input }) => input))).toEqual(new Set(texts))
})

test('another number of dimensions is unavailable, not stored', async () => {
  const { baseUrl } = await serve(vectors(1536))
  await expect((await remote(baseUrl)).embed(['a'])).rejects.toMatchObject({ code: 'unavailable' })
})

test('a passing failure is retried', async () => {
  const { seen, baseUrl } = await serve(fails(500), vectors(1024))
  expect(await (await remote(baseUrl)).embed(['a'])).toHaveLength(1)
  expect(seen).toHaveLength(2)
})

test('a refusal is unavailable', async () => {
  const { baseUrl } = await serve(fails(401))
  await expect((await remote(baseUrl)).embed(['a'])).rejects.toMatchObject({ code: 'unavailable' })
})

test('a model that nothing serves is a configuration error', async () => {
  await expect(createEmbedder({ EMBEDDING_MODEL: 'm', MODEL_TIMEOUT_MS: 1_000 })).rejects.toThrow(/bad_configuration/)
})
