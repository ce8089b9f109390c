import type { Band, Intake, Limit } from '../shapes.ts'

const years = (count: number): number => count * 12

/** A span of years; `to` exclusive, null is no end. */
export type Span = readonly [from: number, to: number | null]

export const NASEM_AGES: readonly Span[] = [
  [1, 4],
  [4, 9],
  [9, 14],
  [14, 19],
  [19, null],
]
export const EFSA_AGES: readonly Span[] = [
  [1, 4],
  [4, 7],
  [7, 11],
  [11, 15],
  [15, 18],
  [18, null],
]

const months = ([from, to]: Span) => ({ from: years(from), to: to === null ? null : years(to) })

/** The same value in pregnancy and lactation: a body that names no other figure gives no looser one, and neither do we. */
const withStages = (bands: readonly Band[], fertileFrom: number): Band[] => {
  const fertile = bands.filter(({ to }) => to === null || to > years(fertileFrom))
  return [
    ...bands,
    ...(['pregnant', 'lactating'] as const).flatMap((stage) => fertile.map((band) => ({ ...band, stage }))),
  ]
}

/** Values by age column, in pregnancy and lactation too. `null`: no figure for that column. */
export const byAge = (ages: readonly Span[], values: readonly (number | null)[]): Band[] =>
  withStages(
    ages.flatMap((span, at) => {
      const value = values[at]
      return value === undefined || value === null ? [] : [{ ...months(span), value }]
    }),
    11,
  )

/** The first half-year and the second one. */
export const infants = (first: number | null, second: number | null): Band[] => [
  ...(first === null ? [] : [{ from: 0, to: 6, value: first }]),
  ...(second === null ? [] : [{ from: 6, to: 12, value: second }]),
]

interface More {
  kind?: Limit['kind']
  basis?: Limit['basis']
  forms?: string[]
  /** "class:vka condition:ckd": whom the level was not set for. */
  notCovering?: string
  source?: string
}

export const limitOf =
  (authority: Limit['authority'], defaultSource: string) =>
  (
    substance: string,
    unit: Limit['unit'],
    bands: readonly Band[],
    [ru, en]: readonly [string, string],
    { kind = 'UL', basis = 'total', forms = [], notCovering = '', source = defaultSource }: More = {},
  ): Limit => ({
    substance,
    authority,
    kind,
    basis,
    forms,
    unit,
    bands: [...bands],
    effect: { ru, en },
    notCovering: notCovering
      .split(' ')
      .filter(Boolean)
      .map((one) => {
        const [what, id = ''] = one.split(':')
        return { kind: what === 'class' ? 'class' : 'condition', id }
      }),
    source,
  })

/** Units as the table of the analyte has them: "b1 mg, b2 mg". */
export const notEstablished = (make: ReturnType<typeof limitOf>, list: string): Limit[] =>
  list.split(', ').map((one) => {
    const [substance = '', unit = 'mg'] = one.split(' ')
    return make(
      substance,
      unit as Limit['unit'],
      [],
      ['Верхний уровень не установлен: данных не хватило', 'No upper level was set: the data were not enough'],
      { kind: 'not_established' },
    )
  })

/** "14-19 m 900": years (`-` open end: "19- f 700"), then m, f, p (pregnant) or l (lactating), then the value. */
export const bandsOf = (text: string): Band[] =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)
    .map((one) => {
      const [span = '', ...rest] = one.split(' ')
      const [from = '', to = ''] = span.split('-')
      const value = Number(rest.at(-1))
      const who = rest.length > 1 ? rest[0] : undefined
      return {
        from: Math.round(years(Number(from))),
        to: to === '' ? null : Math.round(years(Number(to))),
        ...(who === 'm' ? { sex: 'male' as const } : who === 'f' ? { sex: 'female' as const } : {}),
        ...(who === 'p' ? { stage: 'pregnant' as const } : who === 'l' ? { stage: 'lactating' as const } : {}),
        value,
      }
    })

export const intakeOf = (
  authority: Intake['authority'],
  source: string,
  substance: string,
  kind: Intake['kind'],
  unit: Intake['unit'],
  bands: string,
): Intake => ({ substance, authority, kind, unit, bands: bandsOf(bands), source })
