import { call, fact, search, task } from '../evals/calls.ts'
import { type Dialogue, dialogueOf, row } from '../evals/dialogue.ts'
import { allEvents, entries, facts, notes, openTasks } from '../evals/rows.ts'

const dialogue = dialogueOf('memory')

export const dialogues: Dialogue[] = [
  dialogue({
    id: 'memory.ru.allergy_new_thread',
    lang: 'ru',
    turns: [
      {
        say: 'запомни, у меня аллергия на пенициллин',
        calls: [fact('у меня аллергия на пенициллин')],
        replies: 'Запомнил: у вас аллергия на пенициллин.',
        expect: { writes: { memory: 1 }, rows: [facts({ text: /пенициллин/i })], reply: [/пенициллин/i] },
      },
      {
        say: 'на что у меня аллергия?',
        calls: [search('аллергия')],
        newThread: true,
        expect: { reply: [/пенициллин/i] },
      },
    ],
  }),
  dialogue({
    id: 'memory.en.allergy_new_thread',
    lang: 'en',
    turns: [
      {
        say: 'please remember that i am allergic to penicillin',
        calls: [fact('i am allergic to penicillin')],
        expect: { writes: { memory: 1 }, rows: [facts({ text: /penicillin/i })], reply: [/penicillin/i] },
      },
      {
        say: 'what am i allergic to?',
        calls: [search('what am i allergic to')],
        replies: 'You are allergic to penicillin.',
        newThread: true,
        expect: { reply: [/penicillin/i] },
      },
    ],
  }),
  dialogue({
    id: 'memory.ru.people_and_places',
    lang: 'ru',
    turns: [
      {
        say: 'запомни что маму зовут Ольга Петровна',
        calls: [fact('маму зовут Ольга Петровна')],
        expect: { writes: { memory: 1 }, rows: [facts({ text: /Ольга Петровна/i })] },
      },
      {
        say: 'и что ключи от дачи лежат у соседа',
        calls: [fact('ключи от дачи лежат у соседа')],
        replies: 'Запомнил: ключи от дачи у соседа.',
        expect: { writes: { memory: 1 }, rows: [facts({ text: /Ольга/i }, { text: /ключи от дачи/i })] },
      },
      {
        say: 'где ключи от дачи?',
        calls: [search('ключи от дачи')],
        replies: 'У соседа, вы сказали сегодня.',
        newThread: true,
        expect: { reply: [/сосед/i], replyNot: [/ольга/i] },
      },
      {
        say: 'как зовут маму?',
        calls: [search('как зовут маму')],
        replies: 'Ольга Петровна.',
        expect: { reply: [/ольга/i] },
      },
    ],
  }),
  dialogue({
    id: 'memory.en.people_and_places',
    lang: 'en',
    turns: [
      {
        say: "remember my mom's name is Olga",
        calls: [fact("my mom's name is Olga")],
        expect: { writes: { memory: 1 }, rows: [facts({ text: /olga/i })] },
      },
      {
        say: 'and that the cabin keys are at the neighbor',
        calls: [fact('the cabin keys are at the neighbor')],
        expect: { writes: { memory: 1 }, rows: [facts({ text: /olga/i }, { text: /cabin keys/i })] },
      },
      {
        say: 'where are the cabin keys?',
        calls: [search('cabin keys')],
        newThread: true,
        replies: 'At the neighbor’s.',
        expect: { reply: [/neighbor/i], replyNot: [/olga/i] },
      },
      { say: "what's my mom's name?", calls: [search("mom's name")], replies: 'Olga.', expect: { reply: [/olga/i] } },
    ],
  }),
  dialogue({
    id: 'memory.ru.corrected',
    lang: 'ru',
    turns: [
      {
        say: 'запомни: размер обуви 42',
        calls: [fact('размер обуви 42')],
        expect: { writes: { memory: 1 }, rows: [facts({ text: /42/ })] },
      },
      {
        say: 'ой, не 42, а 43',
        calls: [call('memory_correct_fact', { id: row('обув'), text: 'размер обуви 43' })],
        replies: 'Исправил: 43.',
        expect: { writes: { memory: 2 }, rows: [facts({ text: /43/ })] },
      },
      {
        say: 'какой у меня размер обуви?',
        calls: [search('размер обуви')],
        replies: 'Размер обуви — 43.',
        newThread: true,
        expect: { reply: ['43'], replyNot: ['42'] },
      },
    ],
  }),
  dialogue({
    id: 'memory.en.corrected',
    lang: 'en',
    turns: [
      {
        say: 'remember my shoe size is 42',
        calls: [fact('my shoe size is 42')],
        expect: { writes: { memory: 1 }, rows: [facts({ text: /42/ })] },
      },
      {
        say: 'oops, not 42 but 43',
        calls: [call('memory_correct_fact', { id: row('shoe'), text: 'my shoe size is 43' })],
        expect: { writes: { memory: 2 }, rows: [facts({ text: /43/ })] },
      },
      {
        say: "what's my shoe size?",
        calls: [search('shoe size')],
        newThread: true,
        replies: '43.',
        expect: { reply: ['43'], replyNot: ['42'] },
      },
    ],
  }),
  dialogue({
    id: 'memory.ru.forget_confirmed',
    lang: 'ru',
    given: [fact('у меня кошка Муся'), fact('я не пью кофе')],
    turns: [
      {
        say: 'забудь про кошку',
        calls: [call('memory_forget', { id: row('кошка') })],
        expect: { pending: 1, reply: [/мус/i, '?'], rows: [facts({ text: /мус/i }, { text: /кофе/i })] },
      },
      { say: 'да', expect: { writes: { memory: 1 }, rows: [facts({ text: /кофе/i })] } },
      {
        say: 'как зовут мою кошку?',
        calls: [search('как зовут кошку')],
        newThread: true,
        replies: 'Этого я не знаю.',
        expect: { replyNot: [/мус/i] },
      },
    ],
  }),
  dialogue({
    id: 'memory.en.forget_confirmed',
    lang: 'en',
    given: [fact('my cat is called Misty'), fact("I don't drink coffee")],
    turns: [
      {
        say: 'forget about the cat',
        calls: [call('memory_forget', { id: row('cat') })],
        expect: { pending: 1, reply: [/misty/i, '?'], rows: [facts({ text: /misty/i }, { text: /coffee/i })] },
      },
      { say: 'yes', expect: { writes: { memory: 1 }, rows: [facts({ text: /coffee/i })] } },
      {
        say: "what's my cat called?",
        calls: [search('cat')],
        replies: 'I do not know your cat’s name.',
        newThread: true,
        expect: { replyNot: [/misty/i] },
      },
    ],
  }),
  dialogue({
    id: 'memory.ru.forget_refused',
    lang: 'ru',
    given: [fact('у меня кошка Муся')],
    turns: [
      { say: 'забудь что у меня кошка', calls: [call('memory_forget', { id: row('кошка') })], expect: { pending: 1 } },
      { say: 'не надо', expect: { rows: [facts({ text: /мус/i })] } },
      { say: 'что ты обо мне помнишь?', calls: [call('memory_list_facts')], expect: { reply: [/мус/i] } },
    ],
  }),
  dialogue({
    id: 'memory.en.forget_refused',
    lang: 'en',
    given: [fact('my cat is called Misty')],
    turns: [
      {
        say: 'forget that i have a cat called misty',
        calls: [call('memory_forget', { query: 'cat misty' })],
        expect: { pending: 1 },
      },
      { say: "no don't", expect: { rows: [facts({ text: /misty/i })] } },
      {
        say: 'what do you remember about me?',
        calls: [call('memory_list_facts')],
        replies: 'One thing: your cat is called Misty.',
        expect: { reply: [/misty/i] },
      },
    ],
  }),
  dialogue({
    id: 'memory.ru.unknown_is_unknown',
    lang: 'ru',
    given: [fact('я работаю учителем')],
    turns: [
      {
        say: 'какая у меня группа крови?',
        calls: [search('группа крови')],
        replies: 'Этого вы мне не говорили.',
        expect: { replyNot: [/учител/i, /перва|втора|треть|четв[её]рт/i] },
      },
      {
        say: 'запомни группа крови вторая положительная',
        calls: [fact('группа крови вторая положительная')],
        expect: { writes: { memory: 1 }, rows: [facts({ text: /учител/i }, { text: /вторая положительная/i })] },
      },
      {
        say: 'какая у меня группа крови',
        calls: [search('группа крови')],
        replies: 'Вторая положительная.',
        expect: { reply: [/вторая/i] },
      },
    ],
  }),
  dialogue({
    id: 'memory.en.unknown_is_unknown',
    lang: 'en',
    given: [fact('I work as a teacher')],
    turns: [
      {
        say: "what's my blood type?",
        calls: [search('blood type')],
        replies: 'You have not told me.',
        expect: { replyNot: [/teacher/i, /positive|negative/i] },
      },
      {
        say: 'remember my blood type is A positive',
        calls: [fact('my blood type is A positive')],
        expect: { writes: { memory: 1 }, rows: [facts({ text: /teacher/i }, { text: /a positive/i })] },
      },
      {
        say: 'what is my blood type',
        calls: [search('blood type')],
        replies: 'A positive.',
        expect: { reply: [/a positive/i] },
      },
    ],
  }),
  dialogue({
    id: 'memory.ru.secret_refused',
    lang: 'ru',
    turns: [
      {
        say: 'запомни пароль от почты qwerty123',
        calls: [fact('пароль от почты [SECRET_1]')],
        expect: { rows: [facts()], reply: [/парол/i], replyNot: ['qwerty123'] },
      },
      {
        say: 'тогда запомни что почта на яндексе',
        calls: [fact('почта на яндексе')],
        replies: 'Запомнил: почта на Яндексе.',
        expect: { writes: { memory: 1 }, rows: [facts({ text: /яндекс/i })] },
      },
    ],
  }),
  dialogue({
    id: 'memory.en.secret_refused',
    lang: 'en',
    turns: [
      {
        say: 'remember my email password is qwerty123',
        calls: [fact('my email password is [SECRET_1]')],
        expect: { rows: [facts()], reply: [/password/i], replyNot: ['qwerty123'] },
      },
      {
        say: 'then remember that my email is on gmail',
        calls: [fact('my email is on gmail')],
        expect: { writes: { memory: 1 }, rows: [facts({ text: /gmail/i })] },
      },
    ],
  }),
  dialogue({
    id: 'memory.ru.date_inside_fact',
    lang: 'ru',
    turns: [
      {
        say: 'запомни что у Насти день рождения 5 июня',
        calls: [fact('у Насти день рождения 5 июня')],
        expect: { writes: { memory: 1 }, rows: [facts({ text: /насти.*5 июня/i }), allEvents()] },
      },
      {
        say: 'когда день рождения у насти',
        calls: [search('день рождения насти')],
        replies: 'День рождения у Насти 5 июня.',
        newThread: true,
        expect: { reply: [/5 июня/i] },
      },
    ],
  }),
  dialogue({
    id: 'memory.en.date_inside_fact',
    lang: 'en',
    turns: [
      {
        say: "remember that Nastya's birthday is june 5",
        calls: [fact("Nastya's birthday is june 5")],
        expect: { writes: { memory: 1 }, rows: [facts({ text: /nastya.*june 5/i }), allEvents()] },
      },
      {
        say: "when is nastya's birthday",
        calls: [search("nastya's birthday")],
        newThread: true,
        replies: 'On June 5.',
        expect: { reply: [/june 5/i] },
      },
    ],
  }),
  dialogue({
    id: 'memory.ru.sum_inside_fact',
    lang: 'ru',
    turns: [
      {
        say: 'запомни что Витя должен мне 5000',
        calls: [fact('Витя должен мне 5000')],
        expect: { writes: { memory: 1 }, rows: [facts({ text: /витя.*5000/i }), entries()] },
      },
      {
        say: 'сколько мне должен витя?',
        calls: [search('сколько мне должен витя')],
        replies: 'Витя должен вам 5 000 ₽.',
        newThread: true,
        expect: { reply: [/5\s?000/] },
      },
    ],
  }),
  dialogue({
    id: 'memory.en.sum_inside_fact',
    lang: 'en',
    turns: [
      {
        say: 'remember that Vic owes me 50 bucks',
        calls: [fact('Vic owes me 50 bucks')],
        expect: { writes: { memory: 1 }, rows: [facts({ text: /vic owes me 50/i }), entries()] },
      },
      {
        say: 'how much does vic owe me?',
        calls: [search('how much does vic owe me')],
        replies: 'Vic owes you 50 bucks.',
        newThread: true,
        expect: { reply: ['50'] },
      },
    ],
  }),
  dialogue({
    id: 'memory.ru.with_other_work',
    lang: 'ru',
    turns: [
      {
        say: 'запомни что я вегетарианец и добавь задачу купить тофу',
        calls: [fact('я вегетарианец'), task('купить тофу')],
        expect: {
          writes: { memory: 1, tasks: 1 },
          rows: [facts({ text: /вегетарианец$/i }), openTasks({ title: /купить тофу/i })],
        },
      },
      {
        say: 'что ты про меня знаешь',
        calls: [call('memory_list_facts')],
        replies: 'Вы вегетарианец.',
        expect: { reply: [/вегетариан/i], replyNot: [/тофу/i] },
      },
    ],
  }),
  dialogue({
    id: 'memory.en.with_other_work',
    lang: 'en',
    turns: [
      {
        say: "remember that i'm a vegetarian and add a task to buy tofu",
        calls: [fact("i'm a vegetarian"), task('buy tofu')],
        replies: 'I will remember that you are a vegetarian, and “buy tofu” is on your list.',
        expect: {
          writes: { memory: 1, tasks: 1 },
          rows: [facts({ text: /vegetarian$/i }), openTasks({ title: /buy tofu/i })],
        },
      },
      {
        say: 'what do you know about me',
        calls: [call('memory_list_facts')],
        replies: 'You are a vegetarian.',
        expect: { reply: [/vegetarian/i], replyNot: [/tofu/i] },
      },
    ],
  }),
  dialogue({
    id: 'memory.ru.do_not_remember',
    lang: 'ru',
    turns: [
      {
        say: 'я вчера поссорился с братом, но не запоминай это',
        replies: 'Хорошо, это останется между нами и в память не пойдёт.',
        expect: { rows: [facts(), notes()] },
      },
      {
        say: 'что ты помнишь про брата?',
        calls: [search('брат')],
        replies: 'О брате ничего не помню.',
        expect: { replyNot: [/поссорил/i] },
      },
    ],
  }),
  dialogue({
    id: 'memory.en.do_not_remember',
    lang: 'en',
    turns: [
      {
        say: "i had a fight with my brother yesterday, don't remember that",
        replies: 'I am sorry to hear that. I will not keep it.',
        expect: { rows: [facts(), notes()] },
      },
      { say: 'what do you remember about my brother?', calls: [search('brother')], expect: { replyNot: [/fight/i] } },
    ],
  }),
  dialogue({
    id: 'memory.ru.new_value_replaces_old',
    lang: 'ru',
    given: [fact('я живу в Казани')],
    turns: [
      {
        say: 'запомни, я теперь живу в Самаре',
        calls: [fact('я теперь живу в Самаре')],
        expect: { writes: { memory: 2 }, rows: [facts({ text: /самар/i })] },
      },
      {
        say: 'в каком городе я живу?',
        calls: [search('где я живу')],
        replies: 'В Самаре.',
        newThread: true,
        expect: { reply: [/самар/i], replyNot: [/казан/i] },
      },
    ],
  }),
  dialogue({
    id: 'memory.en.new_value_replaces_old',
    lang: 'en',
    given: [fact('I live in Boston')],
    turns: [
      {
        say: 'remember that i live in Denver now',
        calls: [fact('i live in Denver now')],
        expect: { writes: { memory: 2 }, rows: [facts({ text: /denver/i })] },
      },
      {
        say: 'which city do i live in?',
        calls: [search('where do i live')],
        newThread: true,
        replies: 'In Denver, as you said today.',
        expect: { reply: [/denver/i], replyNot: [/boston/i] },
      },
    ],
  }),
]
