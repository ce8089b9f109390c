import type { FindNames, NamedThing } from '../../../tools/contract.ts'
import { type Clause, clauseOf, mentionsOf } from '../clause.ts'
import { cuesOf } from '../cues.ts'
import type { Presence } from '../tagger/presence.ts'
import type { Tagged, Tagger } from '../tagger/tag.ts'
import type { Args, Draft, PersonContext, Ref, ToolSchema } from '../types.ts'
import { tidy, words } from '../words.ts'
import { fillBy } from './by-tool.ts'
import { isLog } from './fields.ts'
import { TO_ME } from './finance.ts'
import { withLinks } from './links.ts'
import { chanceOf, type Slots } from './state.ts'
import { clauseFor, fillTagged, takeTaggedRef } from './tagged.ts'

const PROFILE = 'account_update_profile'
/** What of a profile is in the person's own words; hours, codes and measures are read by grammar. */
const PROFILE_WORDS = ['displayName', 'timeZone', 'country']
/** A name of a person or a place is shorter. */
const MANY_WORDS = 5
/** Words that say which of them is meant, so that it is there however unsure its place. */
const PROFILE_NOUNS: readonly (readonly [string, RegExp])[] = [
  ['displayName', words('им[яе]|имени|зовут|зови|назыв\\p{L}*|обращ\\p{L}*|name|nickname|call me|calls me')],
  [
    'timeZone',
    words('пояс\\p{L}*|таймзон\\p{L}*|врем\\p{L}+|часы|зон[ауые]|time ?zone|timezone|zone|local time|clocks?|time'),
  ],
  ['country', words('стран\\p{L}+|country')],
]

export interface FillDeps {
  context: PersonContext
  /** Reads the words of text fields and rows; without one, command words are peeled off instead. */
  tagger?: Tagger | undefined
  namesIn?: FindNames | undefined
}

/** Names are looked for where a tool asks for things that are known by name. */
const BY_NAME = /^nutrition_/u
const namesFor = (tool: ToolSchema, { text }: Clause, namesIn: FindNames | undefined): readonly NamedThing[] =>
  namesIn && BY_NAME.test(tool.name) ? namesIn(text) : []

const draftOf = ({ tool, args, ref, clock, clause }: Slots): Draft => ({
  tool: tool.name,
  args,
  ...(ref ? { ref: rowNamed(ref, args, clause) } : {}),
  ...(clock ? { clock } : {}),
})

const rowNamed = (ref: Ref, args: Args, { plain }: Clause): Ref => {
  if (args['project'] !== undefined && PROJECT.test(ref.words)) return { ...ref, words: '@it' }
  const sport = ref.words === '@it' || TRAINING.test(ref.words) ? OF_SPORT.exec(plain)?.[1] : undefined
  return named(sport === undefined ? ref : { ...ref, words: sport })
}

/** "тренировку по йоге": what tells it from other trainings stands after it. */
const TRAINING = /^(?:тренировк\p{L}*|занят\p{L}*|workout|session)$/iu
const OF_SPORT = /(?<!\p{L})(?:тренировк\p{L}*|занят\p{L}*) по (\p{L}{3,})/u

/** "put it into the project finance": the word says what changes, not which row. */
const PROJECT = /^(?:проект\p{L}*|project)$/iu

/** Words that stand for any row and name none. */
const ANY_ROW =
  /(?<!\p{L})(?:запис(?:ь|и|ью)|штук[ауи]|пункт\p{L}*|ones?|entry|entries|item|thing|лучше|better)(?!\p{L})(?:\s+(?:про|о|об|с|for|about|with)(?!\p{L}))?/giu
const EACH =
  /^(?:(?:all|every|each|any|whole|entire|все|всех|весь|каждую|каждый|мои|моих|my|the|of|our|наши)\s+)+(?:задач\p{L}*|дела|встреч\p{L}*|событи\p{L}*|напоминани\p{L}*|заметк\p{L}*|заметок|трат\p{L}*|events?|meetings?|tasks?|reminders?|notes?|expenses?|appointments?|calls?|созвон\p{L}*)$/iu
const named = (ref: Ref): Ref => {
  if (ref.words.startsWith('@')) return ref
  if (EACH.test(ref.words)) return { ...ref, words: '@all', ...(ref.date ? { from: ref.date, to: ref.date } : {}) }
  const words = tidy(ref.words.replace(ANY_ROW, ' '))
  return words === ref.words ? ref : { ...ref, words: words === '' ? '@it' : words }
}

/** Whether a tool names a row of the person's in its input. */
const worksOnRow = (tool: ToolSchema): boolean => tool.properties['id'] !== undefined && tool.required.has('id')

const WAS = words('был[аио]?', 'was|were|did|had')

/** What is asked of what was measured, trained and done. */
const LOOKS_BACK =
  /^(?:health_(?:get|list|update|delete)|nutrition_get_diary|workouts_(?:get|list|update|delete)|home_list_(?:repairs|meters|pet_care))/u
/** Bills, goals and forecasts lie ahead, all other money behind. */
const isPastMoney = (tool: string): boolean =>
  tool.startsWith('finance_') && !/_(?:bills?|goals?|afford|balance)$|_to_goal$/u.test(tool)

/** What is said of recorded money has happened: its weekdays and dates lie in the past; all other plans lie ahead. */
const inTense = (tool: ToolSchema, clause: Clause, context: PersonContext): Clause => {
  if (mentionsOf(clause, 'date', 'range', 'instant').length === 0) return clause
  const past =
    isPastMoney(tool.name) ||
    isLog(tool.name) ||
    LOOKS_BACK.test(tool.name) ||
    (/_list_/u.test(tool.name) && WAS.test(clause.plain))
  return clauseOf(clause.text, clause.lang, context, past ? 'past' : 'future')
}

/** How sure a choice must be to say more than the words that were found; what may be done with a person's data needs more. */
const SURE = 0.6
const SURE_OF_CONSENT = 0.85

const isIncome = (tool: ToolSchema, clause: Clause): boolean => tool.name === EXPENSE && TO_ME.test(clause.plain)

const NAMED: ReadonlySet<string> = new Set([
  'health_log_metric',
  'health_get_trend',
  'health_list_entries',
  'home_log_pet_care',
  'home_list_pet_care',
])

const withChoices = (draft: Draft, tool: ToolSchema, clause: Clause, tagger: Tagger | undefined): Draft => {
  const least = tool.name === 'account_set_consent' ? SURE_OF_CONSENT : SURE
  for (const { field, value, share } of tagger?.choose(clause, tool.name) ?? []) {
    if (share < least || !tool.properties[field] || (field === 'kind' && isIncome(tool, clause))) continue
    // What is named by its own word needs no guess: "сатурация" is no temperature.
    if (NAMED.has(tool.name) && draft.args[field] !== undefined) continue
    if (value !== undefined) draft.args[field] = value
    else if (tool.name !== PROFILE) delete draft.args[field]
  }
  // Money between own accounts is spent on nothing and paid to nobody.
  if (tool.name === EXPENSE && draft.args['kind'] === 'transfer')
    for (const field of ['category', 'payee']) delete draft.args[field]
  return draft
}

/** A clause as the input of one tool, as far as the words go. */
export const fill = (tool: ToolSchema, said: Clause, deps: FillDeps): Draft =>
  withLinks(withChoices(fillWords(tool, said, deps), tool, said, deps.tagger), said)

const fillWords = (tool: ToolSchema, said: Clause, { context, tagger, namesIn }: FillDeps): Draft => {
  const clause = inTense(tool, said, context)
  const names = namesFor(tool, clause, namesIn)
  const cues = cuesOf(clause)
  const plain = (presence: Presence = new Map()): Draft => {
    const slots: Slots = {
      tool,
      clause,
      whole: clause,
      cues,
      context,
      args: {},
      used: [],
      tagged: false,
      presence,
      fields: new Map(),
      names,
      parts: [],
    }
    fillBy(slots)
    return draftOf(slots)
  }
  if (tool.name === PROFILE) {
    const presence = tagger?.read(clause, tool.name)?.presence
    const draft = plain(presence)
    takeEmptied({ args: draft.args, presence: presence ?? new Map(), tool })
    const meant = PROFILE_NOUNS.find(([, noun]) => noun.test(clause.plain))?.[0]
    const named = Object.keys(draft.args).some((field) => !PROFILE_WORDS.includes(field))
    const likely = PROFILE_WORDS.filter((field) => (presence?.get(field) ?? 0) > 0.5 && draft.args[field] !== null)
    const surely = likely.length > 0 || named || meant === undefined ? likely : [meant]
    const { texts = {} } = tagger?.read(clause, tool.name, surely) ?? {}
    const said = PROFILE_WORDS.filter(
      (field) => (texts[field]?.split(' ').length ?? MANY_WORDS) < MANY_WORDS && draft.args[field] !== null,
    )
    if (said.length > 0) for (const field of PROFILE_WORDS) if (draft.args[field] !== null) delete draft.args[field]
    for (const field of said) draft.args[field] = texts[field]
    return draft
  }
  const tagged = tagger?.read(clause, tool.name)
  if (!tagged) return plain()
  const draft = fillRead(tool, clause, context, tagged, names)
  if (CHANGES.test(tool.name) && Object.keys(draft.args).length === 0) {
    const surely = tagger?.read(clause, tool.name, likeliestWords(tagged.presence))
    return surely ? fillRead(tool, clause, context, surely, names) : draft
  }
  const { args } = draft
  const nameless = tool.name === EXPENSE && ['category', 'payee', 'note'].every((field) => args[field] === undefined)
  const likely = ['category', 'payee'].filter((field) => chanceOf(tagged, field, 1) > LEAST_CHANCE)
  const absent = [...tool.required, ...(nameless ? likely : [])].filter(
    (field) => field !== 'id' && args[field] === undefined,
  )
  if (absent.length > 0) {
    const other = plain()
    for (const field of absent) if (typeof other.args[field] === 'string') draft.args[field] = other.args[field]
  }
  return draft
}

/** "costco 90": what a sum was for stands beside it. */
const EXPENSE = 'finance_add_transaction'

/** A change says what changes: when nothing else was read, it is in the words. */
const CHANGES = /_update_/u
const NEW_WORDS = ['category', 'payee', 'note', 'title', 'text', 'notes', 'location', 'project']
const LEAST_CHANCE = 0.15
const likeliestWords = (presence: Presence): string[] =>
  presence.size === 0 ? NEW_WORDS : NEW_WORDS.filter((field) => (presence.get(field) ?? 0) >= LEAST_CHANCE)

const UNLIKELY = 0.03
/** What a sign of its own says (#код) is never misread. */
const MARKED = new Set([
  'subject',
  'conditions',
  'allergies',
  'medications',
  'items',
  'rates',
  'tags',
  'quantity',
  'unit',
  'blocked',
  'refund',
  'heartRateAvg',
  'heartRateMax',
  'rpe',
])
/** An hour and a day that a row goes to are one thing said in three forms. */
const MOVED = ['time', 'date', 'start']
const likelihood = (slots: Slots, field: string): number =>
  Math.max(...(MOVED.includes(field) ? MOVED : [field]).map((one) => chanceOf(slots, one, 1)))
/** What the sentence as a whole does not ask for was misread: "two nights" in a note is no sum. */
const dropUnlikely = (slots: Slots): void => {
  for (const field of Object.keys(slots.args))
    if (
      !slots.tool.required.has(field) &&
      !MARKED.has(field) &&
      slots.args[field] !== null &&
      likelihood(slots, field) < UNLIKELY
    )
      delete slots.args[field]
}

const EMPTIED = 0.6
/** "take it out of the project": a field that is to hold nothing any more. */
const takeEmptied = ({ args, presence, tool }: Pick<Slots, 'args' | 'presence' | 'tool'>): void => {
  for (const [key, chance] of presence) {
    const [field = '', value] = key.split('=')
    if (value !== 'null' || chance < EMPTIED || !tool.properties[field]) continue
    args[field] = null
    for (const other of NEW_WORDS) if (other !== field && (presence.get(other) ?? 0) < LEAST_CHANCE) delete args[other]
  }
}

const fillRead = (
  tool: ToolSchema,
  clause: Clause,
  context: PersonContext,
  tagged: Tagged,
  names: readonly NamedThing[],
): Draft => {
  const cues = cuesOf(clause)
  const slots: Slots = {
    tool,
    clause: clauseFor(clause, tool, tagged),
    whole: clause,
    cues,
    context,
    args: {},
    used: [],
    tagged: true,
    presence: tagged.presence,
    fields: tagged.fields,
    names,
    parts: tagged.runs.filter(({ field }) => field === 'parts'),
  }
  fillTagged(slots, tagged)
  fillBy(slots)
  takeEmptied(slots)
  dropUnlikely(slots)
  if (worksOnRow(tool)) takeTaggedRef(slots, clause, tagged)
  return draftOf(slots)
}
