// An export of Apple Health of any size is read in the same memory: 50 MB here, 1 GB with ZELENIAL_TEST_FULL=1.
import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, rmSync } from 'node:fs'
import { promisify } from 'node:util'
import { afterAll, expect, it } from 'vitest'
import { HEAD, record, sleep, TAIL } from './apple.fixture.ts'
import { OPTIONS, pathFor } from './files.fixture.ts'

const FULL = process.env['ZELENIAL_TEST_FULL'] === '1'
const SIZE = FULL ? 1024 ** 3 : 50 * 1024 ** 2
const GROWTH = 300 * 1024 ** 2

const path = pathFor('export.xml')
afterAll(() => rmSync(path, { force: true }))

const pad = (value: number): string => String(value).padStart(2, '0')

/** A day as a watch writes it: a pulse every five minutes, steps, and the stages of a night. */
const dayOf = (day: number): string => {
  const date = new Date(Date.UTC(2006, 0, 1 + (day % 7_000))).toISOString().slice(0, 10)
  const at = (minute: number): string => `${date} ${pad(Math.floor(minute / 60))}:${pad(minute % 60)}:00 +0300`
  const pulses = Array.from({ length: 288 }, (_, i) =>
    record('HeartRate', String(50 + ((i * 7 + day) % 90)), 'count/min', at(i * 5)),
  )
  const steps = Array.from({ length: 60 }, (_, i) =>
    record('StepCount', String(20 + i), 'count', at(480 + i * 10), at(489 + i * 10)),
  )
  const stages = Array.from({ length: 20 }, (_, i) =>
    sleep(i % 2 ? 'AsleepDeep' : 'AsleepCore', at(i * 18), at(i * 18 + 18)),
  )
  return [...pulses, ...steps, ...stages].join('')
}

/** Writes an export of at least `size` bytes; how many of its days it holds. */
const write = async (size: number): Promise<{ days: number; bytes: number }> => {
  const out = createWriteStream(path)
  let bytes = 0
  const put = async (text: string): Promise<void> => {
    bytes += Buffer.byteLength(text)
    if (!out.write(text)) await once(out, 'drain')
  }
  await put(HEAD)
  let days = 0
  for (; bytes < size; days += 1) await put(dayOf(days))
  await put(TAIL)
  out.end()
  await once(out, 'finish')
  return { days, bytes }
}

/** Runs in a process of its own, so that nothing else is in the figure. */
const PROGRAM = `
  import { openSync, readSync } from 'node:fs'
  const [, url, path, bytes, options] = process.argv
  const { reader } = await import(url)
  const head = new Uint8Array(65536)
  readSync(openSync(path), head)
  const file = { path, name: 'export.xml', bytes: Number(bytes), head }
  const format = await reader.recognise(file)
  const before = process.memoryUsage.rss()
  let [peak, rows, rejected, most] = [before, 0, 0, 0]
  for await (const batch of reader.read(file, format, JSON.parse(options))) {
    rows += batch.rows.length
    rejected += batch.rejected.length
    most = Math.max(most, batch.rows.length)
    peak = Math.max(peak, process.memoryUsage.rss())
  }
  console.log(JSON.stringify({ grown: peak - before, rows, rejected, most }))
`

it('reads a large export in little memory', async () => {
  const { days, bytes } = await write(SIZE)
  const url = new URL('./reader.ts', import.meta.url).href
  const args = ['--input-type=module', '--eval', PROGRAM, url, path, String(bytes), JSON.stringify(OPTIONS)]
  const { stdout } = await promisify(execFile)(process.execPath, args)
  const { grown, rows, rejected, most } = JSON.parse(stdout) as Record<'grown' | 'rows' | 'rejected' | 'most', number>
  expect({ rows, rejected }).toEqual({ rows: days * (288 + 60 + 20), rejected: 0 })
  expect(most).toBeLessThanOrEqual(500)
  expect(grown).toBeLessThan(GROWTH)
}, 600_000)
