import { knownFigures } from './figures.ts'

// What a reply may not state because it did not happen: the content of writes that were refused or failed, and a new state
// of things when nothing was written. No verb of doing is needed for such a lie: "Теперь у вас 3 встречи", "Лимит 5000".

const word = (pattern: string): RegExp => new RegExp(`(?<!\\p{L})(?:${pattern})(?!\\p{L})`, 'iu')

/** Words that say it did not happen, or why. */
const DENIAL = word(
  'не|нет|нельзя|ни|ничего|никак\\p{L}*|невозможн\\p{L}+|отказ\\p{L}*|отклон\\p{L}+|ошиб\\p{L}+|жаль|сожалени\\p{L}+|увы|пока|занят\\p{L}*|пересек\\p{L}+|конфликт\\p{L}*|прошл\\p{L}+|слишком|без|' +
    "no|not|nothing|never|none|cannot|\\p{L}+n['’]t|unable|fail\\p{L}*|refus\\p{L}+|unfortunately|sorry|without|until|busy|taken|overlap\\p{L}*|conflict\\p{L}*|past|too",
)
/** Words of what may still be: an offer, a condition, a request to the person, their own words given back. */
const OPEN = word(
  'мо(?:гу|жно|жете|жешь|жем)|нужн\\p{L}+|надо|хотите|хочешь|давай(?:те)?|если|чтобы|попроб\\p{L}+|попыта\\p{L}+|сначала|либо|или|скажите|напишите|укажите|уточните|назовите|подтвердите|проверьте|выберите|повторите|например|вы (?:просили|сказали|хотели|назвали|имели|написали)|ты (?:просил|сказал|хотел)\\p{L}*|' +
    'can|could|would|should|shall|may|might|if|please|try|let me|let\\p{L}*|or|first|tell me|confirm|choose|which|need|want|like to|you (?:asked|said|wanted|meant)|for example',
)
/** Things of the person whose state a reply may tell. */
const THING =
  'лимит|бюджет|сч[её]т|баланс|остат|расход|трат|доход|встреч|событи|созвон|календар|задач|дел(?:о|а)?(?!\\p{L})|списк|напоминани|факт|памят|профил|имя|валют|пояс|заметк|' +
  'limit|budget|account|balance|expense|meeting|event|call|calendar|task|to-?do|list|reminder|fact|memory|profile|name|currency|zone|note'
/** A state that began just now. "Right now" and "now tell me" begin nothing. */
const STATE: readonly RegExp[] = [
  new RegExp(
    `(?<!\\p{L})(?:теперь|отныне|с этого момента)(?!\\p{L})[^.!?\\n]{0,60}(?<!\\p{L})(?:у (?:вас|тебя)|${THING})`,
    'iu',
  ),
  new RegExp(`(?<!\\p{L})(?:у (?:вас|тебя)|${THING})[^.!?\\n]{0,60}(?<!\\p{L})(?:теперь|отныне)(?!\\p{L})`, 'iu'),
  /(?<!\p{L})(?<!right |for |by |just |until |up to )(?:now (?:you(?:['’]ve| have)|your|the|it(?:['’]s| is)|there)|you now(?!\p{L})|you(?:['’]ve| have) now|(?:is|are|has|have|was) now(?!\p{L})|from now on)/iu,
  new RegExp(
    `(?<!\\p{L})(?:${THING})\\p{L}*[^.!?\\n]{0,40}(?<!right |for |by |just |until |up to )(?<!\\p{L})now(?!\\p{L})`,
    'iu',
  ),
  /(?<!\p{L})(?:учтено|принято|зафиксировано|внесено|оформлено|порядок|есть,|all set|you(?:['’]re| are) (?:all )?set|sorted|taken care of|good to go)(?!\p{L})/iu,
]

export const denies = (text: string): boolean => DENIAL.test(text)

/** Whether a sentence states something: it neither asks, nor denies, nor speaks of what may be. */
const states = (sentence: string): boolean =>
  !/\?["»”)\s]*$/u.test(sentence) && !DENIAL.test(sentence) && !OPEN.test(sentence)

/** Whether a sentence tells of a state that a write of this turn would have made. */
export const tellsNewState = (sentence: string): boolean =>
  states(sentence) && STATE.some((pattern) => pattern.test(sentence))

/** Counts up to this may be of anything. */
const SMALL = 12
const WORD = /\p{L}{4,}/gu
const keysOf = (text: string): string[] =>
  (text.toLowerCase().replaceAll('ё', 'е').match(WORD) ?? []).map((each) => each.slice(0, 5))
const bigFigures = (figures: ReadonlySet<string>): string[] =>
  [...figures].filter((figure) => figure.includes(':') || Number(figure) > SMALL)

/**
 * Judges whether a sentence states what calls would have done that did not run. `undone` are the arguments of those calls,
 * `rows` what tools returned: what a row holds may be said.
 */
export const createUndone = (undone: readonly unknown[], rows: readonly string[]): ((sentence: string) => boolean) => {
  const texts = undone.flatMap(textsIn)
  const written = new Set(rows.flatMap(keysOf))
  const shown = knownFigures([], rows)
  const keys = new Set(texts.flatMap(keysOf).filter((key) => !written.has(key)))
  const figures = new Set(bigFigures(knownFigures([], [JSON.stringify(undone)])).filter((figure) => !shown.has(figure)))
  return (sentence) =>
    (keys.size > 0 || figures.size > 0) &&
    states(sentence) &&
    (keysOf(sentence).some((key) => keys.has(key)) ||
      bigFigures(knownFigures([sentence], [])).some((figure) => figures.has(figure)))
}

const CODE = /^(?:[0-9a-f]{8}-[0-9a-f-]{27}|\d{4}-\d{2}-\d{2}.*|[a-z]+(?:[_.][a-z]+)*|FREQ=.*|[A-Z][a-z]+\/\w+)$/u
/** Words that a call would have kept; codes and ids are none. */
const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return CODE.test(value) && !/^[a-z]{4,}$/u.test(value) ? [] : [value]
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : []
}
