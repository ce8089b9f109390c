import { AppError } from '../../../core/errors.ts'
import {
  localTimeOf,
  moveSeries,
  nextOccurrence,
  placeLocal,
  type Occurrence as RuleOccurrence,
  readRule,
  type Series,
  shiftLocal,
  splitRule,
} from '../../../core/recurrence.ts'
import type { EventRow, OverrideFields, OverrideRow, Scope, Stored, UpdateEventInput } from '../schema.ts'
import { gives, type Occurrence, seriesOf, withSpan } from './expand.ts'
import { asksTime, invalid, movedTiming, type Timing } from './timing.ts'

/** Changes to one occurrence, to those that follow, or to all: what the stored rows become. */
export interface Edit {
  /** All rows that exist afterwards of the events touched. */
  after: Stored[]
  /** The event and wall clock to show as the result. */
  target: Stored
  local: string | null
}
export interface EditContext {
  now: Date
  newId(): string
}

/** The rule on its first fitting day, or a refusal that says what is wrong with it. */
export const checkedRule = (rrule: string, localStart: string, timeZone: string): Series => {
  const read = readRule(rrule, localStart, timeZone)
  if (!('problem' in read) && read.localStart >= '2101') throw invalid('rrule', 'out_of_range')
  if (!('problem' in read)) return { rule: read.rule, localStart: read.localStart, timeZone }
  throw invalid('rrule', { syntax: 'bad_rule', dense: 'dense_rule', empty: 'empty_rule' }[read.problem])
}

const baseTiming = (event: EventRow, occurrence: Occurrence, scope: Scope): Timing => {
  const { recurrence } = occurrence
  const whole = scope !== 'this' || recurrence === null
  return {
    startAt: whole && recurrence ? recurrence.at : occurrence.start,
    localStart: whole && recurrence ? recurrence.local : localOf(occurrence),
    timeZone: event.timeZone,
    durationMinutes: whole ? event.durationMinutes : occurrence.durationMinutes,
    allDay: event.allDay,
  }
}
const localOf = ({ event, start, recurrence }: Occurrence): string => {
  if (recurrence === null) return event.localStart
  return recurrence.at.getTime() === start.getTime() ? recurrence.local : localTimeOf(start, event.timeZone)
}

const ownFields = (input: UpdateEventInput, currency: string): OverrideFields => ({
  ...(input.title === undefined ? {} : { title: input.title }),
  ...(input.location === undefined ? {} : { location: input.location || null }),
  ...(input.notes === undefined ? {} : { notes: input.notes || null }),
  ...(input.busy === undefined ? {} : { busy: input.busy }),
  ...(input.cost === undefined
    ? {}
    : { cost: input.cost && { amount: input.cost.amount, currency: input.cost.currency ?? currency } }),
})

const withFields = (event: EventRow, fields: OverrideFields): EventRow => ({
  ...event,
  title: fields.title ?? event.title,
  location: fields.location === undefined ? event.location : fields.location,
  notes: fields.notes === undefined ? event.notes : fields.notes,
  costAmount: fields.cost === undefined ? event.costAmount : (fields.cost?.amount ?? null),
  costCurrency: fields.cost === undefined ? event.costCurrency : (fields.cost?.currency ?? null),
  busy: fields.busy ?? event.busy,
})

/** The rows after an update of one occurrence (`this`), of it and those after (`following`) or of `all`. */
export const edit = (
  stored: Stored,
  occurrence: Occurrence,
  scope: Scope,
  input: UpdateEventInput,
  currency: string,
  context: EditContext,
): Edit => {
  const base = baseTiming(stored.event, occurrence, scope)
  const timing = asksTime(input) ? movedTiming(base, input) : base
  const fields = ownFields(input, currency)
  if (scope === 'this') return editOne(stored, occurrence, timing, fields, input, context)
  if (scope === 'following') {
    const halves = split(stored, occurrence, context)
    if (halves) {
      const moved = editAll(halves.after, base, timing, fields, input)
      return { after: [halves.before, moved.target], target: moved.target, local: moved.local }
    }
  }
  return editAll(stored, base, timing, fields, input)
}

const editOne = (
  stored: Stored,
  occurrence: Occurrence,
  timing: Timing,
  fields: OverrideFields,
  input: UpdateEventInput,
  context: EditContext,
): Edit => {
  const { recurrence } = occurrence
  const { event } = stored
  if (recurrence === null) throw new AppError('internal', 'core.internal', {}, { cause: new Error('no recurrence') })
  const whole = input.rrule !== undefined ? 'rrule' : input.timeZone !== undefined ? 'timeZone' : null
  if (whole ?? (timing.allDay !== event.allDay ? 'allDay' : null)) throw invalid(whole ?? 'allDay', 'whole_series_only')
  const old = stored.overrides.find((override) => override.recurrenceLocal === recurrence.local)
  const override: OverrideRow = {
    id: old?.id ?? context.newId(),
    eventId: event.id,
    recurrenceLocal: recurrence.local,
    recurrenceAt: recurrence.at,
    startAt: timing.startAt.getTime() === recurrence.at.getTime() ? null : timing.startAt,
    durationMinutes: timing.durationMinutes === event.durationMinutes ? null : timing.durationMinutes,
    fields: { ...old?.fields, ...fields },
    createdAt: old?.createdAt ?? context.now,
    sequence: old?.sequence ?? null,
    stamp: null,
  }
  const others = stored.overrides.filter((one) => one.recurrenceLocal !== recurrence.local)
  const target = withSpan({ event, overrides: [...others, override] })
  return { after: [target], target, local: recurrence.local }
}

const editAll = (
  stored: Stored,
  base: Timing,
  timing: Timing,
  fields: OverrideFields,
  input: UpdateEventInput,
): Edit => {
  const event = withFields(stored.event, fields)
  const { startAt, localStart, ...rest } = timing
  const timed: EventRow = { ...event, ...rest, bufferMinutes: input.bufferMinutes ?? event.bufferMinutes }
  const series = seriesOf(stored.event)
  if (!series || input.rrule === null) {
    const single: EventRow = { ...timed, startAt, localStart, rrule: null, exdates: [], rdates: [] }
    const target = withSpan({ event: input.rrule ? repeated(single, input.rrule) : single, overrides: [] })
    return { after: [target], target, local: target.event.rrule === null ? null : target.event.localStart }
  }
  const minutes = (Date.parse(`${localStart}Z`) - Date.parse(`${base.localStart}Z`)) / 60_000
  const moved = moveSeries({ ...series, timeZone: timing.timeZone }, minutes)
  if (!moved && input.rrule === undefined) throw invalid('start', 'rule_times')
  const begin = shiftLocal(series.localStart, minutes)
  const next = checkedRule(input.rrule ?? moved?.rule ?? series.rule, begin, timing.timeZone)
  const target = withSpan({
    event: {
      ...timed,
      rrule: next.rule,
      localStart: next.localStart,
      exdates: stored.event.exdates.map((local) => shiftLocal(local, minutes)),
      rdates: input.rrule === undefined ? stored.event.rdates.map((local) => shiftLocal(local, minutes)) : [],
    },
    overrides: stored.overrides.map((override) => {
      const local = shiftLocal(override.recurrenceLocal, minutes)
      return { ...override, recurrenceLocal: local, recurrenceAt: placeLocal(local, timing.timeZone) }
    }),
  })
  return { after: [target], target, local: localStart }
}

export const repeated = (event: EventRow, rrule: string): EventRow => {
  const series = checkedRule(rrule, event.localStart, event.timeZone)
  return { ...event, rrule: series.rule, localStart: series.localStart }
}

/** A rule that gives its first date only: what carries a series of added dates alone. */
const ONCE = 'FREQ=DAILY;COUNT=1'

/** A series cut in two at an occurrence; its exceptions go with their half. Null when it is the first one. */
const split = (
  stored: Stored,
  { recurrence }: Occurrence,
  context: EditContext,
): { before: Stored; after: Stored } | null => {
  const { event } = stored
  const series = seriesOf(event)
  if (!series || !recurrence || [event.localStart, ...event.rdates].every((local) => recurrence.local <= local))
    return null
  const id = context.newId()
  const early = (local: string): boolean => local < recurrence.local
  const late = (local: string): boolean => !early(local)
  const rules = halfRules(event, series, recurrence)
  const before = withSpan({
    event: withRule({ ...event, exdates: event.exdates.filter(early) }, rules.before, event.rdates.filter(early)),
    overrides: stored.overrides.filter((override) => early(override.recurrenceLocal)),
  })
  // A time that a DST change moves forward lies before its own end of the rule: it is cut out by hand.
  if (gives(before.event, recurrence.local)) before.event.exdates = [...before.event.exdates, recurrence.local].sort()
  const rest: EventRow = { ...event, id, uid: null, sequence: 0, stamp: null, createdAt: context.now }
  const after: Stored = {
    event: withRule({ ...rest, exdates: event.exdates.filter(late) }, rules.after, event.rdates.filter(late)),
    overrides: stored.overrides
      .filter((override) => late(override.recurrenceLocal))
      .map((override) => ({ ...override, id: context.newId(), eventId: id, sequence: null, stamp: null })),
  }
  return { before, after: withSpan(after) }
}

type HalfRule = { rule: string; localStart: string } | null

/** The rule of either half with its first date; null where only added dates are left. */
const halfRules = (event: EventRow, series: Series, at: RuleOccurrence): { before: HalfRule; after: HalfRule } => {
  const rules = splitRule(series, at)
  const ruled = gives({ ...event, rdates: [] }, at.local)
  const next = ruled ? at.local : (nextOccurrence(series, at.at)?.local ?? null)
  return {
    // A rule that has ended before keeps its own end.
    before:
      event.localStart < at.local
        ? { rule: next === null ? series.rule : rules.before, localStart: event.localStart }
        : null,
    after: next === null ? null : { rule: rules.after, localStart: next },
  }
}

const withRule = (event: EventRow, half: HalfRule, rdates: string[]): EventRow => {
  if (half) return { ...event, rrule: half.rule, localStart: half.localStart, rdates }
  const [first = event.localStart, ...rest] = [...rdates].sort()
  return { ...event, rrule: ONCE, localStart: first, rdates: rest }
}

/** The rows after cancelling one occurrence, it and those after, or all. */
export const cancel = (stored: Stored, occurrence: Occurrence, scope: Scope, context: EditContext): Edit => {
  const { event, overrides } = stored
  const { recurrence } = occurrence
  if (scope === 'this' && recurrence) {
    const target = withSpan({
      event: { ...event, exdates: [...event.exdates, recurrence.local].sort() },
      overrides: overrides.filter((override) => override.recurrenceLocal !== recurrence.local),
    })
    return { after: [target], target, local: recurrence.local }
  }
  const halves = scope === 'following' ? split(stored, occurrence, context) : null
  if (halves) return { after: [halves.before], target: halves.before, local: recurrence?.local ?? null }
  const target: Stored = { event: { ...event, status: 'cancelled', deletedAt: context.now }, overrides }
  return { after: [target], target, local: recurrence?.local ?? null }
}
