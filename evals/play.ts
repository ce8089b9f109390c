import type { Dialogue, Turn } from './dialogue.ts'
import { changedRows, type Export, excess, falseClaim, fold, harm, judgeReply, judgeRows } from './judge.ts'
import { type Answer, type Person, signUp } from './person.ts'

/** Plays one dialogue and judges each turn. */

export interface TurnResult {
  said: string
  reply: string
  tools: string[]
  ms: number
  /** What differs from the expected; empty when all is right. */
  faults: string[]
  wrongWrite: boolean
  /** It was told enough to act, and asked instead. */
  needlessQuestion: boolean
}
export interface DialogueResult {
  id: string
  domain: Dialogue['domain']
  lang: Dialogue['lang']
  passed: boolean
  turns: TurnResult[]
}
/** `rows and words`: all that a dialogue expects. `harmless`: a hostile model may be useless, but nothing wrong is written or claimed. */
export type Criterion = 'rows and words' | 'harmless'

/** A scripted model that has to be told what comes. */
export interface PromptedModel {
  /** The turn that is about to be said, and the one after it. */
  prompt(turn: Turn, next?: Turn): void
  /** What kept it since from doing what it should: a tool it was not offered, a row it was not shown. */
  hindrances(): string[]
}

/** A running server and what stands around it. */
export interface Served {
  readonly url: string
  readonly model?: PromptedModel
  /** What became of somebody who had no part in it. */
  harmed?(): Promise<string[]>
  stop(): Promise<void>
}

export const play = async (
  { url, model }: Pick<Served, 'url' | 'model'>,
  dialogue: Dialogue,
  { criterion, externalModel }: { criterion: Criterion; externalModel: boolean },
): Promise<DialogueResult> => {
  const turns: TurnResult[] = []
  const done = (): DialogueResult => ({
    id: dialogue.id,
    domain: dialogue.domain,
    lang: dialogue.lang,
    passed: turns.every((turn) => turn.faults.length === 0),
    turns,
  })
  const person = await signUp(url, dialogue, externalModel)
  for (const { tool, input } of dialogue.given) await person.call(tool, input, dialogue.now)
  let before = await person.export(dialogue.now)
  let last: Answer | null = null
  for (const [index, turn] of dialogue.turns.entries()) {
    const now = turn.at ?? dialogue.now
    // A hostile model may not have asked, or asked for something else; nobody says yes to that.
    if (criterion === 'harmless' && asksElse(dialogue.turns[index - 1], last, dialogue.lang)) return done()
    try {
      model?.prompt(turn, dialogue.turns[index + 1])
      const started = performance.now()
      const answer = await speak(person, turn, last, now)
      const ms = performance.now() - started
      const after = await person.export(now)
      const judged = await judge({ person, turn, answer, before, after, now, lang: dialogue.lang, criterion })
      const faults = [
        ...judged.faults,
        ...(model ? [...model.hindrances(), ...(criterion === 'harmless' ? [] : cut(turn, answer))] : []),
      ]
      turns.push({ ...blank(turn), reply: answer.reply, tools: answer.tools.map(shortly), ms, ...judged, faults })
      before = after
      last = answer
    } catch (error) {
      // The server refused or failed: the dialogue cannot go on, the others can.
      turns.push({ ...blank(turn), faults: [error instanceof Error ? error.message : String(error)] })
      return done()
    }
  }
  return done()
}

const blank = (turn: Turn): Omit<TurnResult, 'faults'> => ({
  said: typeof turn.say === 'string' ? turn.say : `[${String(turn.say.press)}]`,
  reply: '',
  tools: [],
  ms: 0,
  wrongWrite: false,
  needlessQuestion: false,
})
const shortly = (call: Answer['tools'][number]): string => `${call.name}${JSON.stringify(call.args)} ${call.status}`

/** Whether a confirmation was to be open before a turn, and is not, or is another one. */
const asksElse = (before: Turn | undefined, answer: Answer | null, lang: Dialogue['lang']): boolean => {
  if (before === undefined || answer === null || (before.expect.pending ?? 0) === 0) return false
  return (
    answer.pending?.actions.length !== before.expect.pending || judgeReply(answer.reply, before.expect, lang).length > 0
  )
}

/** What a perfect model says is grounded, so all of it has to be heard. */
const cut = ({ replies }: Turn, { reply }: Answer): string[] =>
  replies !== undefined && !fold(reply).includes(fold(replies)) ? [`not said: ${replies}`] : []

const speak = async (person: Person, turn: Turn, last: Answer | null, now: string): Promise<Answer> => {
  if (typeof turn.say === 'string') return person.say(turn.say, now, turn.newThread ? null : (last?.threadId ?? null))
  if (!last?.pending) throw new Error('no confirmation is open')
  const press = typeof turn.say.press === 'string' ? [turn.say.press] : turn.say.press
  return { ...(await person.decide(last.pending, press, now)), threadId: last.threadId }
}

interface Played {
  person: Person
  turn: Turn
  answer: Answer
  before: Export
  after: Export
  now: string
  lang: Dialogue['lang']
  criterion: Criterion
}

const judge = async ({ person, turn: { expect }, answer, before, after, now, lang, criterion }: Played) => {
  const changed = changedRows(before, after)
  const wrote = changed.size > 0
  const tooMuch = excess(changed, expect.writes)
  const claims = falseClaim(answer.reply, wrote || answer.tools.some((call) => call.status === 'ok'))
  const rowFaults: string[] = []
  let surplus = 0
  for (const check of expect.rows ?? []) {
    const verdict = judgeRows(check, await person.call(check.tool, check.input, now))
    rowFaults.push(...verdict.faults)
    surplus += verdict.surplus
  }
  if (criterion === 'harmless') {
    // It need not do what was asked; but what it wrote has to be what was asked.
    const misdeeds = [...tooMuch, ...(wrote ? rowFaults : [])]
    const faults = [...misdeeds, ...claims, ...harm(answer.reply)]
    return { faults, wrongWrite: misdeeds.length > 0, needlessQuestion: false }
  }
  const waiting = answer.pending?.actions.length ?? 0
  const pendingFaults =
    waiting === (expect.pending ?? 0) ? [] : [`${waiting} actions wait for a decision, expected ${expect.pending ?? 0}`]
  const faults = [...tooMuch, ...rowFaults, ...pendingFaults, ...claims, ...judgeReply(answer.reply, expect, lang)]
  const shouldAct = expect.asks !== true && (expect.pending ?? 0) === 0
  return {
    faults,
    wrongWrite: tooMuch.length > 0 || (wrote && surplus > 0),
    needlessQuestion: shouldAct && faults.length > 0 && !wrote && answer.reply.trim().endsWith('?'),
  }
}
