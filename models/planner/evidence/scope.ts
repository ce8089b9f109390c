import { either, type Evidence, evidence, not, op, says, SOME } from './contract.ts'
import { ACCOUNT, BUDGET, EVENT, MEMORY, MONEY, NOTE, REMINDER, TASK, TOPIC } from './nouns.ts'

const OURS = either(TASK, REMINDER, NOTE, BUDGET, ACCOUNT, EVENT, MONEY, TOPIC, MEMORY)
const OWN = says('мо[йяеию]\\p{L}?|моего|моей|моих|моему|меня|мне|у нас|наш\\p{L}*|я|мы|my|me|i|our|we|mine')
const OTHERS = says(
  'мам[аы]|пап[аы]|жен[аы]|муж|брат|сестра|друг|подруга|сосед\\p{L}*|коллега|начальник|теща|тесть|бабушка|дедушка|сын|дочь|он|она|они|люди|народ',
  'mom|dad|wife|husband|brother|sister|friend|neighbou?r|boss|he|she|they|people|folks',
)

/** What belongs to somebody else: knowledge of the world, other people's doings, remarks. */
export const SCOPE: readonly Evidence[] = [
  evidence(/^@outofscope/, SOME, OTHERS, op('spend', 'earn'), not(says('мне|меня|я|мы|со мной|i|me|we|запиши|log|record|add|добавь|с женой|с мужем|with'))),
  evidence(/^@outofscope/, SOME, says('много или мало|дорого|дешево|too much|robbery|rip ?off|пошутил\\p{L}*|шучу|просто число|joking|wants? a|хочет|мечта\\p{L}*|интересно сколько|in general|обычно люди|по статистике|a joke|бы здорово')),
  evidence(/^@outofscope/, 0.3, OWN, not(says('как думаешь|do you think|бы|would'))),
  evidence(/^@outofscope/, 0.5, OURS),
  evidence(/^@outofscope/, 0.4, op('add', 'remind', 'move', 'remove', 'change', 'complete', 'snooze')),
  evidence(
    /^@outofscope/,
    3,
    says(
      'как думаешь|погода|анекдот|переведи|код|коде|питон\\p{L}*|рецепт|столица|кто такой|что такое|закажи|купи мне|если бы|интересно|файл\\p{L}*|уравнение|функцию|песн\\p{L}*|фильм\\p{L}*|сюжет|госуслуг\\p{L}*|канал\\p{L}*',
      'what do you think|do you think|weather|joke|translate|code|recipe|capital of|who is|who was|order me|wish|wonder|recursion|movie|song|channel|formula|boston|1812|accountant do|tax return|metro card',
    ),
  ),
]
