import { says } from './contract.ts'

/** What a request is about, by the nouns people use for it. */
export const TASK = says(
  'задач\\p{L}*|таск\\p{L}*|дело|дела|дел|делах|туду|тудушк\\p{L}*|дедлайн\\p{L}*|срок\\p{L}{0,2}|в список|из списка',
  'tasks?|to-?dos?|to do(?: list)?|deadlines?|my list|the list|todo list|due',
)
export const REMINDER = says(
  'напоминани\\p{L}*|напоминалк\\p{L}*|напоминать|напоминай|напомнить',
  'reminders?|reminding|reminded',
)
export const NOTE = says(
  'заметк\\p{L}*|заметочк\\p{L}*|записк\\p{L}*|блокнот\\p{L}*',
  'notes?|notepad|notebook|noted|jot',
)
export const BUDGET = says(
  'бюджет\\p{L}*|лимит\\p{L}*|ограничени\\p{L}*|потолок|предел\\p{L}*|не больше',
  'budgets?|limits?|limit|cap|allowance|no more than|allocate',
)
export const ACCOUNT = says(
  'счет[ауе]?|счетов|счетах|карт[аыуе]|картах|кредитк\\p{L}*|копилк\\p{L}*|кошел\\p{L}*|баланс\\p{L}*|вклад\\p{L}*|накопительн\\p{L}*|наличк\\p{L}*|наличн\\p{L}*',
  'accounts?|balances?|wallets?|savings|card|cards|fund|cash|brokerage',
)
export const EVENT = says(
  'встреч\\p{L}*|событи\\p{L}*|созвон\\p{L}*|календар\\p{L}*|совещани\\p{L}*|планерк\\p{L}*|мероприяти\\p{L}*|расписани\\p{L}*',
  'meetings?|events?|calendar|appointments?|standup|sync|agenda',
)
/** Things people put into a calendar and nowhere else. */
export const OCCASION = says(
  'собеседовани\\p{L}*|концерт\\p{L}*|стоматолог\\p{L}*|врач\\p{L}*|ужин\\p{L}*|обед\\p{L}*|тренировк\\p{L}*|вечеринк\\p{L}*|поезд\\p{L}*|рейс\\p{L}*|урок\\p{L}*|заняти\\p{L}*|английск\\p{L}*|собрани\\p{L}*|интервью|театр\\p{L}*|кино|техосмотр\\p{L}*|командировк\\p{L}*|отпуск\\p{L}*|прием\\p{L}{0,2}|звонок|ретро|шиномонтаж',
  'dinner|lunch|breakfast|party|concert|interview|dentist|doctor|haircut|workout|yoga|class|lesson|flight|train|viewing|conference|retro|vacation|trip|theat(?:re|er)|game|visit|workshop|drinks|call with|coffee with|physio|gym session',
)
export const MONEY = says(
  'трат[аыуе]?|траты|трат|расход\\p{L}*|покупк\\p{L}*|покупок|транзакци\\p{L}*|операци\\p{L}*|платеж\\p{L}*|чек[аеу]?|сумм[ауы]|доход\\p{L}*|зарплат\\p{L}*|перевод\\p{L}*|категори\\p{L}*',
  'transactions?|expenses?|purchases?|payments?|spending|charge|amount|income|salary|paycheck|category',
)
export const TOPIC = says(
  'тем[аыуе]|темой|тематик\\p{L}*|уведомлени\\p{L}*|оповещени\\p{L}*|советы|советов|топик\\p{L}*|подсказк\\p{L}*|муте|мут',
  'topics?|notifications?|alerts?|tips|nudges|messages about|updates|subscriptions? to|message me about',
)
export const CONSENT = says(
  'согласи\\p{L}*|разреша\\p{L}*|разреши\\p{L}*|разрешени\\p{L}*|запреща\\p{L}*|запрети\\p{L}*|доступ\\p{L}*|домашни\\p{L}*|домочадц\\p{L}*|внешн\\p{L}* модел\\p{L}*|нейросет\\p{L}*|инициатив\\p{L}*|первым|первой|непрошен\\p{L}*',
  'consents?|allow\\p{L}*|permissions?|revoke|withdraw|third party|llm|chatgpt|access|sharing|household|opt (?:in|out)|unsolicited|proactive\\p{L}*|own initiative|privacy|external|roommates|health data|health info',
)
export const PROFILE = says(
  'профил\\p{L}*|часово\\p{L}+ пояс\\p{L}*|местное время|валют\\p{L}*|меня зовут|зови меня|называй меня|меня называ\\p{L}*|мой (?:телефон|номер|рост|вес)|пол (?:женский|мужской)|я вешу|рабочи\\p{L}+ (?:час|врем|ден)\\p{L}*|тих\\p{L}+ час\\p{L}*|стран[аыу]|язык\\p{L}*|емейл|имейл|почт[аыу]|на (?:английском|русском)|по-(?:английски|русски)|часы на|пишусь|рубли как',
  'profile|time ?zone|currency|call me|my name|phone number|my weight|my height|work(?:ing)? hours|quiet hours|country|language|birth ?date|birthday is|sex to|gender|display name|email|personal details|in (?:english|russian)',
)
export const MEMORY = says(
  'памят\\p{L}*|факт\\p{L}*|помнишь|запомнил\\p{L}*|запоминал\\p{L}*|запомненн\\p{L}*|помнил\\p{L}*|воспоминани\\p{L}*|досье|обо мне|про меня',
  'memory|memories|facts?|remember\\p{L}*|about me|you know|know about|recall|on file',
)
