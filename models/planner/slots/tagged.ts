import { localDateOf } from '../../../core/time.ts'
import type { Clause } from '../clause.ts'
import { contentOf, trimmed } from '../content.ts'
import type { Mention } from '../mention.ts'
import type { Tagged } from '../tagger/tag.ts'
import type { PersonContext, Ref, ToolSchema } from '../types.ts'
import { capitalised, tidy, words } from '../words.ts'
import { restOfPeriod, rfc } from './moment.ts'
import { sumsOf } from './money.ts'
import { type Slots, set } from './state.ts'
import { STRIP } from './strips.ts'

const ALL = words('все|всё|всю|всех|all|every|everything|whole|каждую|каждый', 'целиком|полностью')
const LAST = words('последн\\p{L}*|last|latest|most recent')

/** Labels that are not fields of an input: they say which row is meant. */
const REF = 'ref'
const REF_DATE = 'refDate'
const REF_RANGE = 'refRange'

/** "встречу" → "встреча": the object of a Russian command stands in the accusative, a title does not. */
export const nominative = (title: string): string =>
  title
    .replace(/^(\p{L}{2,})ую (\p{L}{3,})у(?!\p{L})/u, '$1ая $2а')
    .replace(/^(\p{L}{2,}[чкцшщжбдвгзлмнпрст])у(?!\p{L})/u, '$1а')
    .replace(/^(\p{L}{3,}ци)ю(?!\p{L})/u, '$1я')

const dateIn = (mention: Mention, context: PersonContext): string | undefined => {
  if (mention.kind === 'date') return mention.date
  if (mention.kind === 'instant') return localDateOf(new Date(mention.at), context.timeZone)
  if (mention.kind === 'delay')
    return localDateOf(new Date(context.now.getTime() + mention.minutes * 60_000), context.timeZone)
  return mention.kind === 'range' && mention.from === mention.to ? mention.from : undefined
}

const KINDS_OF_WHEN = new Set<Mention['kind']>(['date', 'instant', 'range', 'delay'])

/** Only a pronoun or the bare kind of thing: the last one spoken of. */
const IT =
  /^(?:(?:мне|и|а|this|the|my|сам(?:ую|ое)|одн[ау]|please|пожалуйста)\s+)*(?:его|е[её]|их|это|этот?|эту|этого|т[ау]|тот|той|он[аои]?|последн\p{L}*|предыдущ\p{L}*|it|that|this|them|these|those|one|last|latest|previous)(?:\s+(?:задач\p{L}*|встреч\p{L}*|событи\p{L}*|напоминани\p{L}*|заметк\p{L}*|трат\p{L}*|запись|операци\p{L}*|покупк\p{L}*|расход\p{L}*|event|meeting|task|reminder|note|expense|transaction|purchase|one|call|entry))*$/iu

/** The kind of thing alone: with "all" it means every one of them. */
const BARE =
  /^(?:(?:вс[еёюя]|мои|my|the|all|every|everything)\s*)*(?:задач\p{L}*|встреч\p{L}*|событи\p{L}*|напоминани\p{L}*|заметк\p{L}*|трат\p{L}*|расход\p{L}*|операци\p{L}*|созвон\p{L}*|дел[ао]?|events?|meetings?|tasks?|reminders?|notes?|expenses?|transactions?|purchases?|appointments?|calls?|calendar)?$/iu

/** What the sentence as a whole says of the row is believed from here on, and against what its words say. */
const LIKELY = 0.7
const UNLIKELY = 0.08

/** "brunch at grandma's" is whole, "the jam's off the stove" is about jam. */
const ownerIn = (text: string): string => (/(?<!\p{L})at \S+$/iu.test(text) ? text : withoutOwner(text))

/** Which row a sentence means: its words, else all of a window, else the last one spoken of. */
const refOf = (
  clause: Clause,
  tagged: Tagged,
  context: PersonContext,
  free: readonly Mention[],
  unlabelled: string | undefined,
): Ref => {
  const mentionsFor = (label: string): Mention[] =>
    clause.mentions.filter((mention) => tagged.fields.get(mention) === label)
  const [range] = [
    ...mentionsFor(REF_RANGE),
    ...mentionsFor(REF_DATE),
    ...free.filter((mention) => KINDS_OF_WHEN.has(mention.kind)),
  ]
  const date = range && dateIn(range, context)
  const words = tagged.texts[REF] ?? unlabelled
  const last = LAST.test(clause.plain)
  const { presence } = tagged
  const chance = (mark: string): number => presence.get(mark) ?? 0
  const every = ALL.test(clause.plain) || (range?.kind === 'range' && range.from !== range.to)
  const isAll = chance('ref=@all') > LIKELY
  const all = presence.size === 0 ? every : isAll || (every && chance('ref=@all') > UNLIKELY)
  const isIt = chance('ref=@it') > LIKELY
  const trimmedWords = words === undefined ? undefined : ownerIn(trimmed(words))
  const said =
    isIt ||
    isAll ||
    trimmedWords === undefined ||
    trimmedWords === '' ||
    /^['’]?(?:ll|s|d|re)$/u.test(trimmedWords) ||
    IT.test(trimmedWords) ||
    (all && BARE.test(trimmedWords))
      ? undefined
      : trimmedWords
  if (said === undefined && all && !last) {
    if (range?.kind === 'range') return { words: '@all', from: range.from, to: range.to }
    return date === undefined ? { words: '@all' } : { words: '@all', from: date, to: date }
  }
  const isDated = presence.size === 0 || chance('refDate') + chance('refFrom') > UNLIKELY
  const where = !isDated
    ? {}
    : range?.kind === 'range' && date === undefined
      ? { from: range.from, to: range.to }
      : date === undefined
        ? {}
        : { date }
  return { words: said ?? '@it', ...where, ...(last ? { last } : {}) }
}

/** "1500 продукты и 600 кафе": each part's sum with the words beside it. */
const partsOf = (slots: Slots, tagged: Tagged): { amount?: number; category: string }[] => {
  const texts = tagged.runs.filter((run) => run.field === 'parts')
  const sums = sumsOf(slots).filter((sum) => tagged.fields.get(sum.mention) !== REF)
  const [firstText] = texts
  const [firstSum] = sums
  const sumFirst = firstText && firstSum ? firstSum.mention.start < firstText.start : true
  return texts.map((run, index) => {
    const sum = sumFirst
      ? sums.filter(({ mention }) => mention.end <= run.start).at(-1)
      : sums.find(({ mention }) => mention.start >= run.end)
    const other = sums[index]
    const amount = sum?.amount ?? other?.amount
    return { ...(amount === undefined ? {} : { amount }), category: trimmed(run.text) || run.text }
  })
}

/** What ends or begins a part without belonging to its name. */
const BEFORE_PART =
  /^(?:[\s,;:.—–-]|(?:на|это|за|по|и|а|плюс|как|в|for|on|in|to|of|as|is|was|and|plus|the|rest|руб\p{L}*|остальн\p{L}+)(?!\p{L}))+/iu
const AFTER_PART =
  /(?:[\s,;:.—–-]|(?<!\p{L})(?:на|это|за|и|а|плюс|ещё|еще|остальн\p{L}+|for|and|plus|the|rest|is|was))+$/iu
const OPENS_PARTS =
  /[:;,—–]\s|(?<!\p{L})(?:на|по|это|так|из|into|to|as|is|was|were|of|for|like|so|with|between|parts?|pieces?|частями|части)\s/giu
const MOST_PART_WORDS = 4

/** "75 groceries, 20 diapers" or "витамины девятьсот, пластыри сто": sums take turns with the names of their parts. */
const partsInTurns = (slots: Slots, tagged: Tagged): { amount: number; category: string }[] => {
  const { text } = slots.clause
  const said = sumsOf(slots)
    .filter(({ mention }) => tagged.fields.get(mention) !== REF)
    .sort((a, b) => a.mention.start - b.mention.start)
  // "two parts, 60 clothing and 50 shoes": the first number counts the parts.
  const counts = said[0]?.mention.kind === 'number' && said[0].mention.value === said.length - 1
  const sums = counts ? said.slice(1) : said
  const [first] = sums
  if (!first || sums.length < 2) return []
  const lastEnd = sums.at(-1)?.mention.end ?? 0
  const sumFirst = /^\s+\p{L}/u.test(text.slice(lastEnd))
  const row = tagged.runs.find(({ field, end }) => field === REF && end <= first.mention.start)
  const opened = text.slice(0, first.mention.start)
  const from = Math.max(
    row?.end ?? 0,
    ...[...opened.matchAll(OPENS_PARTS)].map((found) => found.index + found[0].length),
  )
  const parts = sums.map(({ mention, amount }, i) => {
    const name = sumFirst
      ? (text.slice(mention.end, sums[i + 1]?.mention.start ?? text.length).split(/[,;.]\s/u)[0] ?? '')
      : text.slice(sums[i - 1]?.mention.end ?? from, mention.start)
    return { amount, category: tidy(name.replace(BEFORE_PART, '').replace(AFTER_PART, '')) }
  })
  const named = parts.every(({ category }) => category !== '' && category.split(' ').length <= MOST_PART_WORDS)
  return named ? parts : []
}

const KEPT_WHOLE = new Set(['text', 'note', 'notes', 'name'])
const NAMES_PET = /_pets?$/u
/** "Biscuit's weight", "sue's chores" name Biscuit and sue. */
const OWNED = new Set(['pet', 'assignee', 'species', 'appliance'])
export const withoutOwner = (text: string): string => text.replace(/['’]s$/u, '')
const finishText = (field: string, text: string, lang: Clause['lang']): string => {
  if (OWNED.has(field)) return withoutOwner(trimmed(text) || text)
  if (KEPT_WHOLE.has(field)) return text
  if (field !== 'title') return trimmed(text) || text
  return capitalised(lang === 'ru' ? nominative(text) : text)
}

/** "eleven" of "7-eleven" is half a name. */
const wholeWords = (clause: Clause, tagged: Tagged, field: string): string | undefined => {
  const runs = tagged.runs.filter((run) => run.field === field)
  const [run] = runs
  if (!run || runs.length > 1) return undefined
  const before = /\d+-$/u.exec(clause.text.slice(0, run.start))
  return before ? `${before[0]}${run.text}` : undefined
}

/** "save a note: …": all that follows is the note. */
const NOTE_HEADING = /^[^:]{0,40}(?<!\p{L})(?:заметк\p{L}*|notes?)\s*:\s*(\S[\s\S]*)$/iu

/** The infinitive that a thing to be done begins with: "починить" before "кран на кухне". */
const INFINITIVE = /(?<!\p{L})(\p{L}+(?:ть|ти|чь|ться|тись))\s+$/u
const COMMANDS = words(
  '(?:за)?напомнить|запис\\p{L}+|внести|занести|добав\\p{L}+|созда\\p{L}+|завести|поставить|сделать себе|не забыть|забыть|надо быть|запланировать|назначить|хочу|хотеть|быть|иметь|просить|помнить|отметить|сохранить|можешь|есть',
)
const withInfinitive = (clause: Clause, tagged: Tagged, field: string, text: string): string => {
  const run = tagged.runs.find((one) => one.field === field)
  const verb = run && INFINITIVE.exec(clause.text.slice(0, run.start))?.[1]
  return verb === undefined || COMMANDS.test(verb.toLowerCase()) ? text : `${verb} ${text}`
}

/** "add milk, eggs and bread", "купить молоко, яйца и хлеб": a list begins where the command ends. */
const LIST_BEFORE =
  /^(?:(?:и|а|ещё|еще|мне|надо|нужно|пожалуйста|please|and|also|i need to|i have to|need to|add|put|note|write down|добавь|запиши|внеси|занеси|поставь|напомни|remind me to)(?:\s+(?:в|во|на|мне|to)\s+(?:мои |my )?(?:задачи|дела|список(?: дел| задач)?|tasks|list|to-?dos?))?\s+)*((?:\p{L}+(?: \p{L}+){0,3},\s+)+)$/iu
/** The end of a list of things, no second thing to be done. */
const LIST_END = /^(?!\p{L}+(?:ть|ти|чь)(?:ся)?\s)[^,]*\s(?:и|and)\s/iu
/** "купить молоко, яйца и хлеб": and ends where the sentence does. */
const LIST_AFTER =
  /^((?:,\s+(?!(?:это|он|она|они|я|мы|it|he|she|they|i|we|that|this|because)(?!\p{L}))\p{L}+(?: \p{L}+){0,2})+\s+(?:и|and)\s+\p{L}+(?: \p{L}+){0,2})[\s.!]*$/iu
const withList = (clause: Clause, tagged: Tagged, field: string, text: string): string => {
  const run = tagged.runs.find((one) => one.field === field)
  if (!run) return text
  const opened = clause.mentions.some(({ start }) => start < run.start) || !LIST_END.test(run.text)
  const before = opened ? '' : (LIST_BEFORE.exec(clause.text.slice(0, run.start))?.[1] ?? '')
  const after = LIST_AFTER.exec(clause.text.slice(run.end))?.[1] ?? ''
  return `${before}${text}${after}`
}

const FACT = 'memory_remember_fact'
/** What may follow a fact and is no part of it. */
const AFTER_FACT =
  /[\s,.!;—–-]*(?:(?:пожалуйста|плиз|запомни\p{L}*(?: это)?|имей в виду|учти(?: это)?|на будущее|на всякий(?: случай)?|если что|please|pls|remember(?: that| this| it)?|keep (?:that |it )?in mind|don'?t forget(?: that| it)?|fyi|ok(?:ay)?|thanks|just so you know|for (?:the )?(?:future|record|later)|in case)[\s,.!]*)+$/iu

/** A fact has no other fields: its sums and dates are part of it, and it goes on to the end of the sentence. */
const wholeFact = (clause: Clause, tagged: Tagged): string | undefined => {
  const runs = tagged.runs.filter((run) => run.field === 'text')
  const [first] = runs
  if (!first) return undefined
  const last = runs.at(-1) ?? first
  const cut = clause.mentions.some((mention) => mention.start >= last.end)
  if (runs.length === 1 && !cut) return undefined
  return tidy(clause.text.slice(first.start).replace(AFTER_FACT, '')) || undefined
}

/** A field's words where they go on beyond what was found. */
const wholeText = (tool: string, clause: Clause, whole: Clause, tagged: Tagged, field: string): string | undefined => {
  if (tool === FACT) return wholeFact(clause, tagged)
  if (tool === 'account_add_note' && field === 'text') return NOTE_HEADING.exec(clause.text)?.[1]
  const said = tagged.texts[field]
  if (said !== undefined && (tool === 'tasks_add_task' || tool === 'reminders_set_reminder'))
    return withList(clause, tagged, field, withInfinitive(clause, tagged, field, afterWhen(whole, tagged, field, said)))
  return wholeWords(clause, tagged, field)
}

/** "напомни в пять забрать ролики": half of "в пять" is no beginning of a text. */
const afterWhen = (clause: Clause, tagged: Tagged, field: string, said: string): string => {
  const run = tagged.runs.find((one) => one.field === field)
  const cut =
    run && clause.mentions.find(({ kind, start, end }) => WHEN.has(kind) && start < run.start && end > run.start)
  return cut && run && said.startsWith(run.text) ? tidy(said.slice(cut.end - run.start)) || said : said
}
const WHEN = new Set<Mention['kind']>(['date', 'time', 'instant', 'delay', 'rrule'])

/** A text of one's own that ends on a preposition goes on: "какая страховая у меня". */
const OPEN_END = /(?:^|\s)(?:в|во|на|у|с|со|из|от|для|к|ко|о|об|про|при|the|a|an|of|in|for|with|my|our|to)$/iu
const OWN_WORDS = /^memory_/u
const withEnd = (tool: string, clause: Clause, tagged: Tagged, field: string, said: string): string => {
  const last = tagged.runs.findLast((run) => run.field === field)
  if (!OWN_WORDS.test(tool) || !last || !OPEN_END.test(said)) return said
  const [more = ''] = /^[^,.;?!]*/u.exec(clause.text.slice(last.end)) ?? []
  return tidy(`${said}${more}`)
}
/** "забудь, что у меня яхта": whose it is belongs to what is said. */
const OPENS_OWN: Readonly<Record<string, RegExp>> = {
  memory_forget: /(?<!\p{L})(?:у меня|мне|этот|эту|это)\s+$/iu,
  memory_search: /(?<!\p{L})(?:что(?: (?:у меня|мне|мой|моя))?|у меня|какая у меня|какой у меня|(?:the|my))\s+$/iu,
}
const withStart = (tool: string, clause: Clause, tagged: Tagged, field: string, said: string): string => {
  const first = tagged.runs.find((run) => run.field === field)
  const opened = first && OPENS_OWN[tool]?.exec(clause.text.slice(0, first.start))
  return opened ? tidy(`${opened[0]}${said}`) : said
}

/** Puts what the tagger read into the slots. */
export const fillTagged = (slots: Slots, tagged: Tagged): void => {
  const { tool, args, clause, whole } = slots
  for (const [field, said] of Object.entries(tagged.texts)) {
    const own = wholeText(tool.name, clause, whole, tagged, field) ?? afterWhen(whole, tagged, field, said)
    const text = withStart(tool.name, clause, tagged, field, withEnd(tool.name, clause, tagged, field, own))
    if (OWN_WORDS.test(tool.name) && text !== own) {
      args[field] = text
      continue
    }
    if (!KEPT_WHOLE.has(field) && !/\p{N}/u.test(text) && trimmed(text) === '') continue
    if (field === 'parts' || field === REF || !tool.properties[field]) continue
    args[field] =
      field === 'tags'
        ? text.split(/[\s,]+/u).map((tag) => tag.replace(/^#/u, ''))
        : field === 'severity' && /^\d+$/u.test(text)
          ? Number(text)
          : NAMES_PET.test(tool.name)
            ? withoutOwner(finishText(field, tidy(text), clause.lang))
            : finishText(field, tidy(text), clause.lang)
  }
  if (tool.properties['parts'] && tool.required.has('parts')) {
    const inTurns = partsInTurns(slots, tagged)
    const parts = inTurns.length >= 2 ? inTurns : partsOf(slots, tagged)
    if (parts.length >= 2) args['parts'] = parts
  }
}

/** Tools that take a row and nothing more: what is beside the verb can only name the row. */
const ONLY_ROW = /_(?:delete|cancel|complete)_/u
const MOST_WORDS = 2
const restBeside = ({ tool }: Slots, clause: Clause): string | undefined => {
  if (!ONLY_ROW.test(tool.name) || LAST.test(clause.plain) || ALL.test(clause.plain)) return undefined
  const rest = contentOf(clause, clause.mentions, STRIP.row)
  return rest !== '' && rest.split(' ').length <= MOST_WORDS && !BARE.test(rest) ? rest : undefined
}

/** The row meant, for tools that work on one. Times that filled no field tell which row it is. */
export const takeTaggedRef = (slots: Slots, clause: Clause, tagged: Tagged): void => {
  const free = slots.clause.mentions.filter((mention) => !slots.used.includes(mention))
  const ref = refOf(clause, tagged, slots.context, free, restBeside(slots, clause))
  const rest = ref.words === '@all' ? restOfPeriod(slots, clause) : undefined
  if (rest) Object.assign(ref, { from: rest.from, to: rest.to })
  if (slots.movedFrom !== undefined) ref.date = slots.movedFrom
  takeMovedTo(slots, ref)
  // The day is the tool's own argument: it need not be said twice.
  if (ref.date !== undefined && (ref.date === slots.args['date'] || ref.date === slots.args['dueOn'])) delete ref.date
  slots.ref = ref
  takeStartOn(slots, ref)
}

/** "from monday to wednesday" is the row's own day and its new one, when nothing else says where it goes. */
const takeMovedTo = (slots: Slots, ref: Ref): void => {
  const { from, to } = ref
  if (from === undefined || to === undefined || from === to || !slots.tool.properties['date']) return
  if (['date', 'start', 'time', 'shiftMinutes'].some((field) => slots.args[field] !== undefined)) return
  if (ref.words === '@all' || !set(slots, 'date', to)) return
  delete ref.from
  delete ref.to
  ref.date = from
}

/** "завтрашнюю тренировку на 7:30": a new time on a day that is named is a moment. */
const takeStartOn = (slots: Slots, ref: Ref): void => {
  const { time } = slots.args
  if (typeof time !== 'string' || ref.date === undefined || !slots.tool.properties['start']) return
  delete slots.args['time']
  set(slots, slots.ends ? 'end' : 'start', rfc(slots, ref.date, time))
}

/** The clause with only the times and sums that may fill fields: none that name the row or stand inside a name. */
export const clauseFor = (clause: Clause, tool: ToolSchema, tagged: Tagged): Clause => {
  const named = tagged.runs.filter((run) => run.field !== 'parts')
  // The day that is skipped is no part of the reminder's name.
  const skips = tool.name === 'reminders_skip_occurrence'
  const mentions = clause.mentions.filter((mention) => {
    const field = tagged.fields.get(mention)
    if (field === REF || ((field === REF_DATE || field === REF_RANGE) && !skips)) return false
    const within = named.some(
      (run) =>
        run.field === field &&
        mention.start >= run.start &&
        mention.end <= run.end &&
        tool.properties[run.field]?.type === 'string',
    )
    return !within
  })
  return { ...clause, mentions }
}
