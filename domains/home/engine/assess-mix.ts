import type { ChemicalClass, ProductName } from '../knowledge/entries.ts'
import { mixActions, mixFirstAid } from '../knowledge/mix-actions.ts'
import { chemicalClasses, mixNeutralWords } from '../knowledge/mix-classes.ts'
import { productNames } from '../knowledge/mix-products.ts'
import { mixRules } from '../knowledge/mix-rules.ts'
import { NameIndex } from './assess-names.ts'
import { sourcesOf, stricterFirst, strictest } from './assess-severity.ts'
import type { MixAssessment, MixFinding, Question, Severity } from './assess-types.ts'

const index = new NameIndex(productNames, mixNeutralWords)
const productById = new Map(productNames.map((product) => [product.id, product]))
const classById = new Map(chemicalClasses.map((one) => [one.id, one]))
const pairKey = (one: string, other: string): string => [one, other].sort().join('+')
const ruleByPair = new Map(mixRules.map((rule) => [pairKey(...rule.classes), rule]))

interface Named {
  product: ProductName
  given: string
}

const classesOf = (product: ProductName): ChemicalClass[] => product.classes.flatMap((id) => classById.get(id) ?? [])

const isDangerous = (severity: Severity): boolean => stricterFirst(severity, 'unknown') < 0

/** What holds for a product alone: shown when it may be mixed with nothing, or when nothing else was named. */
const aloneFinding = ({ product, given }: Named): MixFinding[] => {
  const strict = classesOf(product).toSorted((one, other) => stricterFirst(one.alone.severity, other.alone.severity))[0]
  if (!strict) return []
  const { severity, text, sources } = strict.alone
  return [
    {
      ruleId: `mix.${strict.id}.alone`,
      severity,
      products: [given],
      subject: product.name,
      evidence: 'moderate',
      text,
      action: mixActions[isDangerous(severity) ? 'gas' : 'label'],
      sources,
    },
  ]
}

/** One finding for a pair of products: of all classes they may contain, the strictest combination. */
const pairFinding = (one: Named, other: Named): MixFinding => {
  const subject = {
    ru: `${one.product.name.ru} + ${other.product.name.ru}`,
    en: `${one.product.name.en} + ${other.product.name.en}`,
  }
  const products = [one.given, other.given]
  const found = one.product.classes
    .flatMap((first) =>
      other.product.classes.map((second) => ({ first, second, rule: ruleByPair.get(pairKey(first, second)) })),
    )
    .toSorted((a, b) => stricterFirst(a.rule?.severity ?? 'unknown', b.rule?.severity ?? 'unknown'))[0]
  const rule = found?.rule
  if (!rule) {
    return {
      ruleId: `mix.${pairKey(found?.first ?? '', found?.second ?? '')}.unknown`,
      severity: 'unknown',
      products,
      subject,
      evidence: 'weak',
      text: {
        ru: 'Для этой пары проверенных данных нет: не могу оценить.',
        en: 'There are no reviewed data for this pair: I cannot assess it.',
      },
      action: mixActions.label,
      sources: [],
    }
  }
  return {
    ruleId: `mix.${rule.id}`,
    severity: rule.severity,
    products,
    subject,
    evidence: rule.evidence,
    text: rule.text,
    action: mixActions[rule.action],
    ...(isDangerous(rule.severity) ? { ifMixed: mixFirstAid[rule.action] } : {}),
    ...(rule.forms ? { forms: rule.forms } : {}),
    sources: rule.sources,
  }
}

const pairsOf = (named: readonly Named[]): [Named, Named][] =>
  named.flatMap((one, at) => named.slice(at + 1).map((other): [Named, Named] => [one, other]))

/** The same order whatever order the person named them in. */
const inOrder = (named: readonly Named[]): Named[] =>
  named.toSorted((one, other) => (one.product.id < other.product.id ? -1 : 1))

const otherProduct: Question = {
  id: 'product',
  text: {
    ru: 'С чем именно это смешать? Назовите средства или состав с этикетки.',
    en: 'Mixed with what exactly? Name the products or what the label says they contain.',
  },
}

/**
 * What is known about household products together: every pair is judged, the strictest wins, the order does not count.
 * A product that is not recognised makes the verdict at least `unknown`; adding one never lowers it.
 */
export const assessMix = (products: readonly string[]): MixAssessment => {
  const readings = products.map((text) => index.read(text))
  const unknowns = [
    ...readings.flatMap((reading) => reading.unknowns),
    ...products.filter((_, at) => readings[at]?.hits.length === 0 && readings[at]?.unknowns.length === 0),
  ]
  const byId = new Map<string, Named>()
  for (const hit of readings.flatMap((reading) => reading.hits)) {
    const product = productById.get(hit.id)
    if (product && !byId.has(hit.id)) byId.set(hit.id, { product, given: hit.given })
  }
  const named = inOrder([...byId.values()])
  const alone = named.flatMap(aloneFinding)
  const pairs = pairsOf(named).map(([one, other]) => pairFinding(one, other))
  const findings = [
    ...pairs,
    ...alone.filter((finding) => named.length === 1 || isDangerous(finding.severity)),
  ].toSorted((one, other) => stricterFirst(one.severity, other.severity))
  return {
    verdict: strictest(
      [...pairs, ...alone]
        .map((finding) => finding.severity)
        .concat(unknowns.length > 0 || named.length === 0 ? ['unknown'] : []),
    ),
    findings,
    unknowns,
    suggestions: readings.flatMap((reading) => reading.suggestions),
    questions: named.length < 2 || unknowns.length > 0 ? [otherProduct] : [],
    sources: sourcesOf(findings.flatMap((finding) => finding.sources)),
  }
}
