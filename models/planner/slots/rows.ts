import { localDateOf, zoned } from '../../../core/time.ts'
import { contentOf } from '../content.ts'
import type { Mention } from '../mention.ts'
import { capitalised, tidy, words } from '../words.ts'
import { currencyIn } from './currency.ts'
import { MORNING, nextTime, rfc } from './moment.ts'
import { sumsOf } from './money.ts'
import { firstOf, takeCost, takeImportance, takeProject, takeQuiet } from './plans.ts'
import { chanceOf, left, restFor, type Slots, set, use, wasSaid } from './state.ts'
import { STRIP } from './strips.ts'

const TARGET = /^(?:на|до|к|to|until|till|for|into)(?!\p{L})/u
const IT =
  /^(?:(?:мне|и|а|this|the|my|самую?|самое|одно|одну|to|please|пожалуйста)\s+)*(?:его|ее|их|это|эту|этот|этого|ту|тот|той|она|он|оно|последн\p{L}*|предыдущ\p{L}*|it|that|this|them|these|those|one|last|latest|previous|most recent|just)(?:\s+(?:задач\p{L}*|встреч\p{L}*|событи\p{L}*|напоминани\p{L}*|напоминалк\p{L}*|заметк\p{L}*|трат\p{L}*|запись|операци\p{L}*|покупк\p{L}*|расход\p{L}*|транзакци\p{L}*|event|meeting|task|reminder|note|expense|transaction|purchase|payment|one|call|entry|i added|added|que|пожалуйста|please))*$/u
export const LAST = words('последн\\p{L}*|last|latest|most recent')
export const ALL = words('все|всё|всю|all|every|everything')
const BARE_NOUN =
  /^(?:задач\p{L}*|встреч\p{L}*|событи\p{L}*|напоминани\p{L}*|заметк\p{L}*|трат\p{L}*|расход\p{L}*|операци\p{L}*|дела|events?|meetings?|tasks?|reminders?|notes?|expenses?|transactions?|purchases?|appointments?|calls?|созвон\p{L}*)?$/u

const dateOf = (slots: Slots, mention: Mention): string | undefined => {
  if (mention.kind === 'date') return mention.date
  if (mention.kind === 'instant') return localDateOf(new Date(mention.at), slots.context.timeZone)
  return undefined
}

const isTarget = (slots: Slots, mention: Mention): boolean => {
  if (TARGET.test(wasSaid(slots, mention))) return true
  return /(?<!\p{L})(?:на|до|к|to|until|for)\s*$/u.test(slots.clause.plain.slice(0, mention.start))
}

/** Takes a part of the sentence as used, whatever it says. */
const useText = (slots: Slots, start: number, end: number): void => {
  slots.used.push({ kind: 'number', value: 0, start, end })
}

const RENAME =
  /(?<!\p{L})(?:переименуй|переименовать|назови|измени название|поменяй название|смени название|перепиши|измени текст|поменяй текст|rename|retitle|change the (?:title|name|text) of|reword)(?!\p{L})(.+?)\s+(?:в|на|to|into|as)\s+(.+)$/iu

const takeRename = (slots: Slots, field: string): void => {
  const found = RENAME.exec(slots.clause.text)
  if (!found?.[2]) return
  const value = tidy(found[2])
  if (set(slots, field, field === 'title' ? capitalised(value) : value)) {
    const end = slots.clause.text.length
    useText(slots, end - found[2].length, end)
  }
}

const ENDS = /(?<!\p{L})(?:until|till|ends?(?: at)?|finish(?:es|ing)?(?: at)?|до|(?:за)?к[ао]нч\p{L}*(?: в)?)\s*$/u
/** "should run until 6": the new end of an event, not its beginning. */
const isEnd = (slots: Slots, mention: Mention): boolean =>
  slots.tool.properties['end'] !== undefined &&
  (ENDS.test(slots.clause.plain.slice(0, mention.start)) ||
    /^(?:until|till|до)(?!\p{L})/u.test(wasSaid(slots, mention)))

/** "not 68", "а не 800": what was wrong. */
const isDenied = (slots: Slots, mention: Mention): boolean =>
  /(?<!\p{L})(?:не|not|вместо|instead of|rather than)\s+(?:on\s+|at\s+|в\s+|на\s+)?$/u.test(
    slots.clause.plain.slice(0, mention.start),
  ) || /^(?:не|not|вместо|instead of|rather than)(?!\p{L})/u.test(wasSaid(slots, mention))

/** "friday instead of thursday": the day or hour that was wrong, and says which row is meant. */
const takeDenied = (slots: Slots): void => {
  for (const mention of left(slots, 'instant', 'date', 'time')) {
    if (!isDenied(slots, mention)) continue
    const date = dateOf(slots, mention)
    if (date !== undefined && slots.tool.properties['date']) slots.movedFrom ??= date
    use(slots, mention)
  }
}

/** "from monday to wednesday" names the row's day and its new one. */
const takeMove = (slots: Slots): boolean => {
  const [range] = left(slots, 'range')
  const { tool } = slots
  if (!range || range.from === range.to) return false
  if (tool.properties['date']) {
    use(slots, range)
    set(slots, 'date', range.to)
    slots.movedFrom = range.from
    return true
  }
  const field = ['dueAt', 'at'].find((name) => tool.properties[name])
  if (field === undefined || chanceOf(slots, field) < 0.5 || !/^(?:from|с|со)(?!\p{L})/u.test(wasSaid(slots, range)))
    return false
  use(slots, range)
  return set(slots, field, rfc(slots, range.to, MORNING))
}

/** Where the row goes: a shift, a new day, a new time, or both. */
const takeTarget = (slots: Slots): void => {
  const { tool } = slots
  const [shift] = left(slots, 'shift')
  if (shift && set(slots, 'shiftMinutes', shift.minutes)) use(slots, shift)
  takeDenied(slots)
  const targets = left(slots, 'instant', 'date', 'time', 'delay').filter(
    (mention) => mention.kind === 'delay' || isTarget(slots, mention),
  )
  const others = left(slots, 'instant', 'date', 'time')
  if (targets.length === 0 && takeMove(slots)) return
  const chosen =
    targets.length > 0 ? targets : others.length > 1 && slots.movedFrom === undefined ? others.slice(-1) : others
  if (shift) return
  slots.ends = chosen.some((mention) => isEnd(slots, mention))
  const moment = (slots.ends ? ['end'] : ['start', 'dueAt', 'at']).find((field) => tool.properties[field])
  const instant = chosen.find((mention) => mention.kind === 'instant')
  const delay = chosen.find((mention) => mention.kind === 'delay')
  const date = chosen.find((mention) => mention.kind === 'date')
  const time = chosen.find((mention) => mention.kind === 'time')
  if (!moment) return
  if (date && !time && chanceOf(slots, 'plannedOn') > 0.5 && set(slots, 'plannedOn', date.date)) {
    use(slots, date)
    return
  }
  if (instant) set(slots, moment, instant.at)
  else if (delay) set(slots, moment, rfc(slots, ...wallOf(slots, delay.minutes)))
  else if (date && time) set(slots, moment, rfc(slots, date.date, time.time))
  else if (date)
    set(
      slots,
      tool.properties['date'] ? 'date' : moment,
      tool.properties['date'] ? date.date : rfc(slots, date.date, MORNING),
    )
  else if (time && tool.properties['time']) set(slots, 'time', time.time)
  else if (time) {
    set(slots, moment, nextTime(slots, time))
    slots.clock = { time: time.time, said: wasSaid(slots, time) }
  } else return
  use(slots, ...chosen)
}

const wallOf = (slots: Slots, minutes: number): [string, string] => {
  const at = zoned(new Date(slots.context.now.getTime() + minutes * 60_000), slots.context.timeZone)
  return [at.toPlainDate().toString(), at.toPlainTime().toString({ smallestUnit: 'minute' })]
}

/** What is left of the sentence says which row is meant. */
export const takeRef = (slots: Slots): void => {
  if (slots.tagged) return
  const { plain } = slots.clause
  const [range] = left(slots, 'range')
  const dated = left(slots, 'date', 'instant')[0]
  const timed = left(slots, 'time')[0]
  const sums = sumsOf(slots)
  const spans: Mention[] = [...slots.used]
  if (range) spans.push(range)
  if (dated) spans.push(dated)
  if (timed) spans.push(timed)
  if (sums[0]) spans.push(sums[0].mention)
  const content = restFor(slots, STRIP.row, spans)
  const lower = content.toLowerCase().replaceAll('ё', 'е')
  const date = dated ? dateOf(slots, dated) : undefined
  const time = timed?.time ?? (dated?.kind === 'instant' ? clockAt(slots, dated.at) : undefined)
  const base = {
    ...(date === undefined ? {} : { date }),
    ...(time === undefined ? {} : { time }),
    ...(sums[0] ? { amount: sums[0].amount } : {}),
  }
  const wholeWindow = range ? { from: range.from, to: range.to } : {}
  if (ALL.test(plain) && BARE_NOUN.test(lower.replace(/^(?:все|всё|всю|all|every|everything|мои|my|the)\s*/u, ''))) {
    const from = range?.from ?? date ?? undefined
    slots.ref = { words: '@all', ...(from === undefined ? {} : { from, to: range?.to ?? date ?? from }) }
    return
  }
  if (IT.test(lower) || (lower === '' && Object.keys(base).length === 0)) {
    slots.ref = { words: '@it', ...(LAST.test(plain) ? { last: true } : {}), ...base }
    return
  }
  slots.ref = { words: content, ...base, ...wholeWindow, ...(LAST.test(plain) ? { last: true } : {}) }
}

const clockAt = (slots: Slots, at: string): string =>
  zoned(new Date(at), slots.context.timeZone).toPlainTime().toString({ smallestUnit: 'minute' })

/** A change of an event, a task or a reminder: the new values, then which row. */
/** `this` only, everything from here on, or the whole series. */
const SCOPES: readonly (readonly [string, RegExp])[] = [
  [
    'following',
    words(
      'и все (?:следующие|дальнейшие|последующие|дальше)|и дальше|начиная с|с этого дня|and all after|from .{2,20} on(?:wards?)?|later ones|onwards?|all following|all future',
    ),
  ],
  [
    'all',
    words(
      'вс[юе] сери[юя]|серию|все повторы|всегда|насовсем|навсегда|целиком|series|ever|every (?:occurrence|repeat)|altogether|every single|all of them',
    ),
  ],
  [
    'this',
    words(
      'только (?:эту?|этот|одну?|один|в эт\\p{L}*)|один раз|just this|only this|that one only|this one only|just the one|this once',
    ),
  ],
]
export const takeScope = (slots: Slots): void => {
  const found = SCOPES.find(([, pattern]) => pattern.test(slots.clause.plain))
  if (found) set(slots, 'scope', found[0])
  // "все занятия по вокалу": cancelling asks first, so the whole may be offered.
  else if (/_cancel_/u.test(slots.tool.name) && chanceOf(slots, 'scope') > 0.6) set(slots, 'scope', 'all')
}

const SHIFTS = words(
  'перенес\\p{L}*|сдви\\p{L}*|отлож\\p{L}*|передви\\p{L}*|подви\\p{L}*|пересун\\p{L}*|съехал\\p{L}*|позже|раньше',
  'move\\p{L}*|push\\p{L}*|shift\\p{L}*|delay\\p{L}*|postpone\\p{L}*|prepone\\p{L}*|slide|bump\\p{L}*|nudge|later|earlier|forward|back',
)
const SHIFTS_DEADLINE = words('продли\\p{L}*|срок\\p{L}*|extend\\p{L}*|more time|deadline|hold off')
const EARLIER = words('раньше|prepone|earlier|forward|dial .+ back')

/** "prepone it by 30 minutes": how far, not how long. */
const isShift = (slots: Slots, duration: Mention): boolean => {
  const { tool, clause } = slots
  if (!tool.properties['shiftMinutes']) return false
  const [far, long] = [chanceOf(slots, 'shiftMinutes'), chanceOf(slots, 'durationMinutes')]
  if (far + long > 0.5) return far > long
  const moves =
    SHIFTS.test(clause.plain) || (tool.properties['dueAt'] !== undefined && SHIFTS_DEADLINE.test(clause.plain))
  return moves && /(?<!\p{L})(?:by|for|на|ещ[её]|another)\s*$/u.test(clause.plain.slice(0, duration.start))
}

/** "every sunday at 5 pm": a new rhythm with its hour says when it begins. */
const takeFirstTime = (slots: Slots, said: string | undefined): void => {
  const { rrule } = slots.args
  if (typeof rrule !== 'string' || !slots.tool.properties['startsAt'] || slots.tool.properties['start']) return
  const [time] = left(slots, 'time')
  const clock = said ?? time?.time
  if (clock === undefined) return
  if (time) use(slots, time)
  set(slots, 'startsAt', firstOf(slots, rrule, clock))
}

export const fillChange = (slots: Slots): void => {
  takeScope(slots)
  const { tool } = slots
  takeRename(slots, tool.properties['title'] ? 'title' : 'text')
  const [rule] = left(slots, 'rrule')
  if (rule && set(slots, 'rrule', rule.rrule)) use(slots, rule)
  takeFirstTime(slots, rule?.time ?? undefined)
  takeQuiet(slots)
  takeImportance(slots)
  takeCost(slots, false)
  takeTarget(slots)
  const [duration] = left(slots, 'duration')
  if (duration && isShift(slots, duration)) {
    const sign = EARLIER.test(slots.clause.plain) ? -1 : 1
    if (set(slots, 'shiftMinutes', sign * duration.minutes)) use(slots, duration)
  } else if (duration && set(slots, 'durationMinutes', duration.minutes)) use(slots, duration)
  const days = LONG_SHIFTS.find(([, pattern]) => pattern.test(slots.clause.plain))?.[0]
  if (days && chanceOf(slots, 'shiftMinutes') > 0.5 && slots.args['shiftMinutes'] === undefined) {
    const sign = EARLIER.test(slots.clause.plain) && !/week ahead/u.test(slots.clause.plain) ? -1 : 1
    set(slots, 'shiftMinutes', sign * days * 1_440)
  }
  takeProject(slots)
  takeRef(slots)
}
/** "slips a week", "ещё неделю", "на двое суток": so many days, whatever the verb. */
const LONG_SHIFTS: readonly (readonly [number, RegExp])[] = [
  [14, words('две недели|2 недели', '(?:two|2) weeks|a fortnight')],
  [7, words('неделю|недельку', '(?:a|another|one|an extra) week')],
  [2, words('двое суток|(?:два|2) дня', '(?:two|2|a couple of) days')],
  [1, words('день|сутки|денёк|денек', '(?:a|another|one|an extra) day')],
]

const KINDS: readonly (readonly [string, string])[] = [
  ['transfer', 'перевод\\p{L}*|transfer'],
  [
    'income',
    'доход\\p{L}*|приход\\p{L}*|поступлени\\p{L}*|заработ\\p{L}*|money in|incomings?|income|earnings?|came in',
  ],
  ['expense', 'расход\\p{L}*|трат\\p{L}+|списани\\p{L}*|money out|outgoings?|expense|spending|paid it out|went out'],
]
/** Before the kind that a row has wrongly. */
const HAS_WRONGLY =
  /(?<!\p{L})(?:not|не|isn.?t|wasn.?t|didn.?t|instead of|rather than|вместо|(?:logged|recorded|marked|put|entered|saved|listed|down) (?:it )?as|из|попал\p{L}* в|записал\p{L}* (?:как|в))\s+(?:an?\s+|it\s+)?$/u
const OTHER_KIND: Readonly<Record<string, string>> = { income: 'expense', expense: 'income' }
/** What kind a row should have: the one said, or the other of the two when what it has is all that was said. */
const kindMeant = (plain: string): string | undefined => {
  const found = KINDS.flatMap(([kind, pattern]) =>
    [...plain.matchAll(new RegExp(`(?<!\\p{L})(?:${pattern})(?!\\p{L})`, 'gu'))].map(({ index }) => ({
      kind,
      at: index,
      wrong: HAS_WRONGLY.test(plain.slice(0, index)),
    })),
  ).sort((a, b) => a.at - b.at)
  const right = found.filter(({ wrong }) => !wrong).at(-1)
  const [wrong] = found
  return right?.kind ?? (wrong && OTHER_KIND[wrong.kind])
}
const KIND_SAID = words(
  'доход(?:ом)? а не|это (?:доход|расход|перевод)|доходом|расходом|переводом|был[аи]? доход\\p{L}*',
  '(?:should be|is|as|to) (?:an? )?(?:income|expense|transfer)|transfer not',
)
const CURRENCY_WORD = words(
  'валют\\p{L}*|был[аи]? в (?:евро|долларах|рублях|динарах)|currency|was in (?:euros?|dollars|rubles|pounds|dinars)',
)
const DAY_WORD = words('дат[ауы]|число|день|the date|date of|wrong day')

const UNLIKELY = 0.1

/** The sum that was recorded, when the right one is said beside it. */
const WAS_RECORDED =
  /(?<!\p{L})(?:был[ао]?|записал\p{L}*|в?н[её]с\p{L}*|вписал\p{L}*|поставил\p{L}*|прежн\p{L}+ (?:цена|сумма)(?: (?:за|на) \p{L}+)?|you(?:['’]ve| have)? (?:got|put|logged)|i (?:said|put(?: down)?|logged|wrote|typed|entered)|logged(?: \p{L}+){0,4} as|entry says|(?:it|which) says|says|listed as|shows|was|from|с)\s*$/u
const IS_RIGHT_BEFORE =
  /(?<!\p{L})(?:правильн\p{L}*|верн\p{L}*|надо|нужно|на самом деле|cleared at|(?:it|they) (?:was|were) (?:really |actually )?|real figure|actually|really|should be|should have been)\s*$/u
const IS_RIGHT_AFTER = /^\s*(?:[-—–]\s*)?(?:(?:вот\s+)?(?:правильно|верно)|is right|is correct)(?!\p{L})/u

/** The new sum among those said: not the denied one, not the one recorded. */
const newSum = (slots: Slots): ReturnType<typeof sumsOf>[number] | undefined => {
  const { plain } = slots.clause
  const sums = sumsOf(slots)
  const undenied = sums.filter((sum) => !isDenied(slots, sum.mention))
  const [only, ...more] = undenied
  if (more.length === 0) return only
  const before = (mention: Mention): string => plain.slice(0, mention.start)
  const right = undenied.find(
    ({ mention }) => IS_RIGHT_BEFORE.test(before(mention)) || IS_RIGHT_AFTER.test(plain.slice(mention.end)),
  )
  if (right) return right
  const fresh = undenied.filter(({ mention }) => !WAS_RECORDED.test(before(mention)))
  const open = fresh.length > 0 ? fresh : undenied
  return open.find((sum) => isTarget(slots, sum.mention)) ?? open.at(-1)
}

/** A change of a recorded sum: new amount, category, payee or day. */
export const fillTransactionChange = (slots: Slots): void => {
  const { clause } = slots
  const target = chanceOf(slots, 'amount', 1) < UNLIKELY ? undefined : newSum(slots)
  if (target) {
    use(slots, target.mention)
    set(slots, 'amount', target.amount)
    if (target.currency) set(slots, 'currency', target.currency)
  }
  const dates = left(slots, 'date')
  const kind = chanceOf(slots, 'kind', Number(KIND_SAID.test(clause.plain))) > 0.5 ? kindMeant(clause.plain) : undefined
  const named = currencyIn(clause.plain)
  const otherwise = ['category', 'payee', 'note', 'kind'].some((field) => slots.args[field] !== undefined)
  const isCurrency = CURRENCY_WORD.test(clause.plain) || !otherwise || chanceOf(slots, 'currency') > 0.5
  const currency = isCurrency ? named : undefined
  if (!target && kind) {
    set(slots, 'kind', kind)
    delete slots.args['category']
  }
  if (!target && currency) {
    set(slots, 'currency', currency)
    delete slots.args['category']
  }
  const unchanged =
    !target && ['kind', 'currency', 'category', 'payee', 'note'].every((field) => slots.args[field] === undefined)
  const said = dates.filter((date) => !isDenied(slots, date))
  const day =
    said.find((date) => isTarget(slots, date)) ?? (unchanged || DAY_WORD.test(clause.plain) ? said.at(-1) : undefined)
  if (day) {
    use(slots, day)
    set(slots, 'occurredOn', day.date)
  }
  if (unchanged && !day) {
    const found = CATEGORY_TO.exec(clause.text)
    if (found?.[1]) {
      set(slots, 'category', tidy(found[1]))
      useText(slots, found.index, clause.text.length)
    }
  }
  takeRef(slots)
}
const CATEGORY_TO =
  /(?:\s|^)(?:(?:на|в) категори[юи]|категори[яю](?: на| у)?|(?:это )?(?:был[аио]?|не .+? а)|category to|to category|to|as|into|на|в|it was|was)\s+(\p{L}[\p{L} -]*)$/iu

export const fillSplit = (slots: Slots): void => {
  const parts: { amount?: number; category: string }[] = []
  const { clause } = slots
  const sums = sumsOf(slots)
  sums.forEach((sum, index) => {
    const next = sums[index + 1]
    const words = contentOf(
      {
        ...clause,
        text: clause.text.slice(sum.mention.end, next?.mention.start),
        plain: clause.plain.slice(sum.mention.end, next?.mention.start),
      },
      [],
      STRIP.row,
    )
    const category = tidy(words.replace(/^(?:на|for|as|to|в)\s+/iu, ''))
    if (category) parts.push({ amount: sum.amount, category })
  })
  const [first] = sums
  if (parts.length >= 2 && first) {
    set(slots, 'parts', parts)
    useText(slots, first.mention.start, clause.text.length)
  }
  takeRef(slots)
}
