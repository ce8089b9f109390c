// Words by which a person speaks of what a consent is for; a consent is given only in words of one's own.

const word = (pattern: string): RegExp => new RegExp(`(?<!\\p{L})(?:${pattern})`, 'iu')

const PURPOSES: Readonly<Record<string, RegExp>> = {
  health: word(
    'здоров|мед(?:ицин|ич|\\.| ?дан)|анализ|давлени|диагноз|врач|самочувств|болезн|бол[еяь]|лекарств|таблет|вес|пульс|сон|health|medic|diagnos|doctor|illness|blood|symptom|wellbeing|well-being|sleep|body',
  ),
  external_model: word(
    'модел|нейро|ии(?!\\p{L})|ллм|гпт|чат ?гпт|облач|облак|сторонн|внешн|чуж|трет(?:ь|и)|наружу|вовне|внешк|open ?a ?i|chat ?gpt|gpt|llm|ai(?!\\p{L})|model|cloud|outside|external|third|provider|vendor|elsewhere|neural',
  ),
  proactive: word(
    'сам(?!\\p{L})|сам[аио](?!\\p{L})|самодеятельн|перв|инициатив|предлаг|подсказ|совет|без спрос|пока не|беспоко|пиши|писать|молчи|проактивн|непрошен|yourself|starting conv|proactiv|initiative|first|unprompted|unasked|without being asked|unless|on your own|nudge|suggest|start conversations|ask',
  ),
  household: word(
    'сем(?:ь|ей)|муж|жен|супруг|дет|доч|сын|родн|близк|сосед|живу|домашн|домочад|домохоз|быт|баб|дед|famil|household|home|wife|husband|spouse|partner|kid|child|daughter|son(?!\\p{L})|flatmate|roommate|live with|share|relativ',
  ),
}

/** Whether the text speaks of this purpose; of one that is not known nothing is asked. */
export const speaksOf = (purpose: string, text: string): boolean => PURPOSES[purpose]?.test(text) ?? true
