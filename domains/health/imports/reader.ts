// Files of health: which of them a file is, and its rows. Loaded in a worker thread.
import { AppError } from '../../../core/errors.ts'
import type { ImportBatch, ImportFile, ImportOptions, ImportReader } from '../../contract.ts'
import { readApple } from './apple.ts'
import { readHealthConnect } from './health-connect.ts'
import type { HealthRow } from './rows.ts'
import { headOf, isZip, type Source, withSources } from './sources.ts'
import { isTable, readTable } from './table.ts'
import { chooseTakeout, isDataPoints, readPoints, readTakeout } from './takeout.ts'

const isApple = (head: Uint8Array): boolean => {
  const text = Buffer.from(head).toString('utf8')
  return /<!DOCTYPE\s+HealthData|<HealthData[\s>]/u.test(text)
}

/** The export among the files of a zip: its name is in the phone's language (`export.xml`, `экспорт.xml`). */
const findApple = async (sources: readonly Source[]): Promise<Source | undefined> => {
  for (const source of sources) if (/\.xml$/iu.test(source.name) && isApple(await headOf(source))) return source
  return undefined
}

const isHealthConnect = ({ name }: Source): boolean => /health_connect_export\.db$/iu.test(name)

const formatOfZip = async (sources: readonly Source[]): Promise<string | null> => {
  if (await findApple(sources)) return 'apple_health'
  if (sources.some(isHealthConnect)) return 'health_connect'
  const { table, points } = await chooseTakeout(sources)
  return table.length + points.length > 0 ? 'google_fit' : null
}

const formatOfHead = (head: Uint8Array): string | null => {
  if (isApple(head)) return 'apple_health'
  if (isDataPoints(head)) return 'google_fit'
  return isTable(head) ? 'csv' : null
}

const first = async <T>(values: AsyncIterable<T>): Promise<T | undefined> => {
  for await (const value of values) return value
  return undefined
}

async function* readAs(
  sources: Source[],
  file: ImportFile,
  format: string,
  options: ImportOptions,
): AsyncGenerator<ImportBatch<HealthRow>> {
  const [only] = sources
  if (format === 'apple_health') {
    const source = isZip(file.head) ? await findApple(sources) : only
    if (source) return yield* readApple(source, file.bytes, options)
  }
  if (format === 'health_connect') {
    const source = sources.find(isHealthConnect)
    if (source) return yield* readHealthConnect(source, file.bytes, options)
  }
  if (format === 'google_fit') {
    if (isZip(file.head)) return yield* readTakeout(await chooseTakeout(sources), file.bytes, options)
    if (only) return yield* readPoints(only, file.bytes, options)
  }
  if (format === 'csv' && only) return yield* readTable(only, file.bytes, options, '')
  throw new AppError('invalid', 'health.import_unknown')
}

/** Reads Apple Health, Google Fit, Health Connect and tables of measurements. */
export const reader: ImportReader<HealthRow> = {
  recognise: async (file) => {
    if (!isZip(file.head)) return formatOfHead(file.head)
    const found = await first(
      withSources(file, async function* (sources) {
        yield await formatOfZip(sources)
      }),
    )
    return found ?? null
  },
  read: (file, format, options) => withSources(file, (sources) => readAs(sources, file, format, options)),
}
