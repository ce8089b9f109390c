import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { AppError } from '../../../core/errors.ts'
import { fnv1a, tokensOf } from './words.ts'

/** Small talk and what we cannot do are learnt like tools, so that a message may belong to neither. */
export const SMALL_TALK = '@smalltalk'
export const OUT_OF_SCOPE = '@outofscope'

const phraseSchema = z.strictObject({
  text: z.string().trim().min(1).max(1000),
  lang: z.enum(['ru', 'en']),
  tool: z.string().regex(/^(?:[a-z]+(?:_[a-z]+)+|@smalltalk|@outofscope)$/),
  args: z.record(z.string(), z.unknown()),
})
/** How a person asks for a tool, and the arguments an assistant should pass when it knows only that message. */
export type Phrase = z.infer<typeof phraseSchema>

const phrasesOfFile = (file: URL): Phrase[] => {
  const wrong = (line: number, why: string): AppError =>
    new AppError('internal', 'core.internal', {}, { cause: new Error(`${file.pathname}:${line}: ${why}`) })
  const parse = (line: string, number: number): Phrase => {
    let value: unknown
    try {
      value = JSON.parse(line)
    } catch (error) {
      throw wrong(number, `not JSON: ${error instanceof Error ? error.message : String(error)}`)
    }
    const parsed = phraseSchema.safeParse(value)
    if (parsed.success) return parsed.data
    throw wrong(number, parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; '))
  }
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [parse(line, index + 1)]))
}

/** Every phrase of the given folders (`phrases.jsonl` in each; a folder without one has none). Throws `internal`, naming file and line. */
export const loadPhrases = (folders: readonly URL[]): Phrase[] =>
  folders.flatMap((folder) => {
    const base = folder.href.endsWith('/') ? folder : new URL(`${folder.href}/`)
    const file = new URL('phrases.jsonl', base)
    return existsSync(file) ? phrasesOfFile(file) : []
  })

/** A fifth of all phrases, the same on every machine: never trained on, so that it can test. */
export const isHeldOut = (text: string): boolean => fnv1a(tokensOf(text).join(' ')) % 5 === 0
