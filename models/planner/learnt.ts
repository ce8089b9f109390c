import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { deserialize, serialize } from 'node:v8'
import type { Log } from '../../core/log.ts'
import { type Classifier, createClassifier } from './classifier/classify.ts'
import type { Model } from './classifier/model.ts'
import type { Phrase } from './classifier/phrases.ts'
import { fitClasses } from './classifier/train.ts'
import type { TaggerModel } from './tagger/perceptron.ts'
import { createTagger, type Tagger } from './tagger/tag.ts'
import { fitFields } from './tagger/train.ts'

/** Where tools of a Node project keep what they can make again. */
const CACHE = new URL('../../node_modules/.cache/zelenial/', import.meta.url)

interface Learnt {
  classes: Model
  fields: TaggerModel
}

/**
 * What the planner learnt from the phrases: trained in two workers the first time, read back as long as neither the
 * phrases nor the code that reads them changed.
 */
export const learn = async (
  phrases: readonly Phrase[],
  log: Pick<Log, 'warn'>,
): Promise<{ classifier: Classifier; tagger: Tagger }> => {
  const file = new URL(`planner-${keyOf(phrases)}.bin`, CACHE)
  const { classes, fields } = readBack(file, log) ?? (await train(phrases, file, log))
  return { classifier: createClassifier(classes), tagger: createTagger(fields) }
}

const train = async (phrases: readonly Phrase[], file: URL, log: Pick<Log, 'warn'>): Promise<Learnt> => {
  const [classes, fields] = await Promise.all([fitClasses(phrases), fitFields(phrases)])
  try {
    mkdirSync(CACHE, { recursive: true })
    const half = new URL(`${randomUUID()}.tmp`, CACHE)
    writeFileSync(half, serialize({ classes, fields }))
    renameSync(half, file)
  } catch (error) {
    // A folder that cannot be written costs the next start some seconds, nothing else.
    log.warn({ cause: String(error) }, 'what was learnt could not be kept')
  }
  return { classes, fields }
}

const readBack = (file: URL, log: Pick<Log, 'warn'>): Learnt | null => {
  try {
    return deserialize(readFileSync(file)) as Learnt
  } catch (error) {
    // Missing is usual; damaged is made again like missing.
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT'))
      log.warn({ cause: String(error) }, 'what was learnt could not be read')
    return null
  }
}

/** Of the phrases and of every source that turns them into weights. */
const keyOf = (phrases: readonly Phrase[]): string => {
  const hash = createHash('sha256').update(JSON.stringify(phrases))
  for (const folder of ['./', './classifier/', './tagger/', './reading/', './reading/lexicon/', './slots/']) {
    const url = new URL(folder, import.meta.url)
    for (const name of readdirSync(url).sort())
      if (/\.(?:ts|json)$/u.test(name) && !name.endsWith('.test.ts'))
        hash.update(name).update(readFileSync(new URL(name, url)))
  }
  return hash.digest('hex').slice(0, 24)
}
