import { describe, expect, it } from 'vitest'
import { clock } from './days.fixture.ts'
import { explainPlan } from './explain.ts'
import { replanDay } from './replan.ts'
import { solveDay } from './solve.ts'
import type { Block, Day, Fixed, Minute, Movable, Plan } from './types.ts'

const at = (time: string): Minute => clock('2026-03-18', time, 'Europe/Moscow')
const span = (from: string, to: string) => ({ from: at(from), to: at(to) })

const day = (movable: Movable[], fixed: Fixed[] = [], more: Partial<Day> = {}): Day => ({
  span: span('07:00', '23:00'),
  fixed,
  movable,
  working: [span('09:00', '18:00')],
  sleep: [],
  quiet: [span('21:00', '23:00')],
  energy: { from: at('00:00'), values: Array.from({ length: 96 }, () => 0.7) },
  demandingMinutes: null,
  forbidden: [],
  stability: 'loose',
  ...more,
})

const thing = (id: string, minutes: number, more: Partial<Movable> = {}): Movable => ({
  id,
  kind: 'task',
  minutes,
  priority: 2,
  urgency: 5,
  demand: 0.4,
  hours: 'any',
  ...more,
})
const event = (id: string, from: string, to: string, more: Partial<Fixed> = {}): Fixed => ({
  id,
  start: at(from),
  end: at(to),
  ...more,
})

const time = (minute: Minute): string => new Date(minute * 60_000 + 3 * 3_600_000).toISOString().slice(11, 16)
const shown = (blocks: readonly Block[]): string[] => blocks.map((b) => `${time(b.start)}-${time(b.end)} ${b.id}`)
const out = (plan: Plan): string[] => plan.leftOut.map(({ id, code, minutes }) => `${id} ${code} ${minutes}`)

describe('a named day', () => {
  it('empty: an empty plan, proven', () => {
    const plan = solveDay(day([]))
    expect(plan).toMatchObject({ blocks: [], leftOut: [], conflicts: [], optimality: { proven: true, gap: 0 } })
  })

  it('one task: as soon as its hours begin', () => {
    expect(shown(solveDay(day([thing('report', 60, { hours: 'working' })])).blocks)).toEqual(['09:00-10:00 report'])
  })

  it('tired: the demanding task that matters most stays, the other is left for its demand', () => {
    const problem = day([thing('report', 120, { demand: 0.8, priority: 1 }), thing('code', 90, { demand: 0.8 })], [], {
      demandingMinutes: 120,
    })
    const plan = solveDay(problem)
    expect(shown(plan.blocks)).toEqual(['07:00-09:00 report'])
    expect(explainPlan(problem, plan).leftOut).toEqual([
      { id: 'code', minutes: 90, code: 'too_demanding', by: [], alternative: { code: 'ignore_energy' } },
    ])
  })

  it('demanding work waits for the energy of the day', () => {
    const values = Array.from({ length: 96 }, (_, quarter) => (quarter >= 44 && quarter < 52 ? 1 : 0.3))
    const problem = day([thing('think', 120, { demand: 0.9 })], [], { energy: { from: at('00:00'), values } })
    const plan = solveDay(problem)
    expect(shown(plan.blocks)).toEqual(['11:00-13:00 think'])
    expect(explainPlan(problem, plan).reasons).toMatchObject([{ id: 'think', code: 'energy' }])
  })

  it('overfull: what weighs least is left, and moving the gym would let it in', () => {
    const problem = day(
      [thing('report', 120, { priority: 1 }), thing('letters', 120, { priority: 4 })],
      [event('gym', '11:00', '13:00')],
      { span: span('09:00', '13:00') },
    )
    const plan = solveDay(problem)
    expect(shown(plan.blocks)).toEqual(['09:00-11:00 report', '11:00-13:00 gym'])
    expect(explainPlan(problem, plan).leftOut).toEqual([
      { id: 'letters', minutes: 120, code: 'no_room', by: ['gym'], alternative: { code: 'move_fixed', id: 'gym' } },
    ])
  })

  it('overfull without events: names what would have to give way', () => {
    const problem = day([thing('a', 60, { priority: 1 }), thing('b', 60, { priority: 4 })], [], {
      span: span('09:00', '10:00'),
    })
    const plan = solveDay(problem)
    expect(explainPlan(problem, plan).leftOut).toEqual([
      { id: 'b', minutes: 60, code: 'no_room', by: ['a'], alternative: { code: 'drop', ids: ['a'] } },
    ])
  })

  it('travel: the ways of an event stay whole', () => {
    const flight = event('flight', '12:00', '15:00', { travel: { before: 120, after: 60 } })
    const plan = solveDay(day([thing('pack', 60, { latest: at('12:00') }), thing('write', 120)], [flight]))
    expect(shown(plan.blocks)).toEqual(['07:00-08:00 pack', '08:00-10:00 write', '12:00-15:00 flight'])
  })

  it('injury: a workout that safety forbids is left out and nothing is offered for it', () => {
    const problem = day(
      [thing('squats', 60, { kind: 'workout', demand: 0.8 }), thing('walk', 30, { demand: 0.2 })],
      [],
      {
        forbidden: [{ ref: 'knee', kinds: ['workout'], over: 0.3 }],
      },
    )
    const plan = solveDay(problem)
    expect(out(plan)).toEqual(['squats contraindicated 60'])
    expect(explainPlan(problem, plan).leftOut[0]?.alternative).toEqual({ code: 'another_day' })
  })

  it('thyroxine and iron: four hours apart', () => {
    const pill = (id: string, more: Partial<Movable>): Movable =>
      thing(id, 5, { kind: 'supplement', demand: 0.1, ...more })
    const problem = day([
      pill('thyroxine', { windows: [span('07:00', '07:05')] }),
      pill('iron', { gaps: [{ of: 'thyroxine', minutes: 240 }], preferred: span('09:00', '09:30') }),
    ])
    const plan = solveDay(problem)
    expect(shown(plan.blocks)).toEqual(['07:00-07:05 thyroxine', '11:05-11:10 iron'])
    expect(explainPlan(problem, plan).reasons[1]).toMatchObject({ code: 'gap', by: ['thyroxine'] })
  })

  it('thyroxine already taken: the gap holds against what stands still too', () => {
    const iron = thing('iron', 5, { kind: 'supplement', gaps: [{ of: 'thyroxine', minutes: 300 }] })
    const plan = solveDay(day([iron], [event('thyroxine', '07:00', '07:05')]))
    expect(shown(plan.blocks)[1]).toBe('12:05-12:10 iron')
  })

  it('a task longer than the day: left out whole, or as much of it as fits when it may be split', () => {
    const whole = day([thing('move', 1_200)])
    expect(out(solveDay(whole))).toEqual(['move longer_than_any_gap 1200'])
    const plan = solveDay(day([thing('move', 1_200, { leastPiece: 60 })]))
    expect(shown(plan.blocks)).toEqual(['07:00-23:00 move'])
    expect(out(plan)).toEqual(['move no_room 240'])
  })

  it('a deadline in the past: said, never planned', () => {
    expect(out(solveDay(day([thing('tax', 30, { latest: at('06:00') })])))).toEqual(['tax deadline_past 30'])
  })

  it('two events that overlap already: shown as a conflict, the rest is planned around both', () => {
    const plan = solveDay(day([thing('call', 30)], [event('a', '07:00', '09:00'), event('b', '08:00', '10:00')]))
    expect(plan.conflicts).toEqual([{ ids: ['a', 'b'], span: span('08:00', '09:00'), code: 'overlap' }])
    expect(shown(plan.blocks)).toContain('10:00-10:30 call')
    expect(plan.objective.hard).toBe(0)
  })

  it('zero free time: everything is left out with its reason', () => {
    const problem = day([thing('call', 30)], [event('fair', '07:00', '23:00')])
    const plan = solveDay(problem)
    expect(out(plan)).toEqual(['call longer_than_any_gap 30'])
    expect(explainPlan(problem, plan).leftOut[0]?.alternative).toEqual({ code: 'move_fixed', id: 'fair' })
  })

  it('a wish of the message comes before what is urgent, and is not held back by tiredness', () => {
    const problem = day(
      [
        thing('report', 120, { must: true, demand: 0.8, priority: 4, urgency: 1, latest: at('12:00') }),
        thing('urgent', 240, { priority: 1, urgency: 10, latest: at('12:00') }),
      ],
      [],
      { demandingMinutes: 30 },
    )
    const plan = solveDay(problem)
    expect(shown(plan.blocks)).toEqual(['07:00-09:00 report'])
    expect(out(plan)).toEqual(['urgent no_room 240'])
  })

  it('dependencies: first things first, and what waits for something impossible is left with it', () => {
    const plan = solveDay(
      day([
        thing('send', 15, { after: ['write'], urgency: 10 }),
        thing('write', 60, { urgency: 1 }),
        thing('paint', 30, { after: ['buy'] }),
        thing('buy', 30, { latest: at('06:00') }),
      ]),
    )
    expect(shown(plan.blocks)).toEqual(['07:00-08:00 write', '08:00-08:15 send'])
    expect(out(plan)).toEqual(['buy deadline_past 30', 'paint needs_other 30'])
  })

  it('a circle of dependencies, the same id twice, no duration: each said', () => {
    const plan = solveDay(
      day([
        thing('a', 30, { after: ['b'] }),
        thing('b', 30, { after: ['a'] }),
        thing('c', 0),
        thing('d', Number.NaN),
        thing('e', 30),
        thing('e', 45),
      ]),
    )
    expect(plan.leftOut.map(({ id, code }) => `${id} ${code}`)).toEqual([
      'a circular',
      'b circular',
      'c not_a_duration',
      'd not_a_duration',
      'e same_id',
    ])
    expect(plan.blocks).toHaveLength(1)
  })

  it('quiet hours: nothing loud, and the alternative is told', () => {
    const drill = thing('drill', 60, { kind: 'chore', loud: true, earliest: at('21:00') })
    expect(out(solveDay(day([drill])))).toEqual(['drill outside_hours 60'])
  })

  it('two hard things in a row: a pause between them when there is room', () => {
    const plan = solveDay(day([thing('a', 60, { demand: 0.7 }), thing('b', 60, { demand: 0.7 })]))
    expect(shown(plan.blocks)).toEqual(['07:00-08:00 a', '08:15-09:15 b'])
  })

  it('what belongs to one place is done together', () => {
    const plan = solveDay(
      day([
        thing('a1', 30, { group: 'a' }),
        thing('b1', 30, { group: 'b' }),
        thing('a2', 30, { group: 'a' }),
        thing('b2', 30, { group: 'b' }),
      ]),
    )
    expect(plan.blocks.map(({ id }) => id)).toEqual(['a1', 'a2', 'b1', 'b2'])
  })

  it('a split task goes around an event and stays as whole as it can', () => {
    const plan = solveDay(day([thing('write', 180, { leastPiece: 30 })], [event('call', '08:00', '09:00')]))
    expect(shown(plan.blocks)).toEqual(['08:00-09:00 call', '09:00-12:00 write'])
  })

  it('lunch stays in its window, near where it is liked', () => {
    const lunch = thing('lunch', 45, {
      kind: 'meal',
      windows: [span('12:00', '15:00')],
      preferred: span('13:00', '14:00'),
    })
    const problem = day([lunch])
    const plan = solveDay(problem)
    expect(shown(plan.blocks)).toEqual(['13:00-13:45 lunch'])
    expect(explainPlan(problem, plan).reasons).toMatchObject([{ code: 'preferred' }])
  })
})

describe('planning again', () => {
  const problem = day(
    [
      thing('write', 120, { urgency: 9 }),
      thing('letters', 60, { urgency: 2 }),
      thing('walk', 60, { urgency: 1, latest: at('20:00') }),
    ],
    [event('call', '12:00', '13:00')],
  )

  it('moves nothing when nothing happened', () => {
    const { blocks } = solveDay(problem)
    expect(replanDay(problem, blocks, at('07:00'))).toMatchObject({ moved: [], added: [], removed: [] })
  })

  it('keeps what has begun and moves only what a new event hits', () => {
    const before = solveDay(problem)
    expect(shown(before.blocks).slice(0, 3)).toEqual(['07:00-09:00 write', '09:00-10:00 letters', '10:00-11:00 walk'])
    const changed = { ...problem, fixed: [...problem.fixed, event('dentist', '09:00', '10:00')] }
    const again = replanDay(changed, before.blocks, at('08:00'))
    expect(again).toMatchObject({ kept: ['walk', 'write'], moved: ['letters'], added: [], removed: [] })
    expect(again.plan.blocks.find(({ id }) => id === 'write')).toMatchObject({ start: at('07:00'), pinned: true })
  })

  it('keeps deadlines before it keeps places', () => {
    const two = day([thing('a', 60, { latest: at('09:00') }), thing('b', 60)])
    const blocks: Block[] = [
      { id: 'b', start: at('07:00'), end: at('08:00'), kind: 'task', pinned: false },
      { id: 'a', start: at('08:00'), end: at('09:00'), kind: 'task', pinned: false },
    ]
    const late = { ...two, fixed: [event('call', '08:00', '09:00')] }
    const again = replanDay(late, blocks, at('07:00'))
    expect(shown(again.plan.blocks).slice(0, 2)).toEqual(['07:00-08:00 a', '08:00-09:00 call'])
    expect(again.plan.leftOut).toEqual([])
  })
})
