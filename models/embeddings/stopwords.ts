/** Words that hold a sentence together and say nothing of its subject, in both languages; written without ё and apostrophes. */
export const STOPWORDS: ReadonlySet<string> = new Set(
  (
    'а без бы был была были было быть в вам вас ваш во вот все всё вы где да для до его ее если есть еще же за и из или им их к как какая какие какой какого какую ' +
    'когда кого кому кто куда ли лишь меня мне мной мои мой моих моя мое моей моем моего моему моими мы на над нам нас наш наша наши не него нее нет ни них но ну о об он она они оно от ' +
    'очень по под почему при про с сам сама себя сейчас со так такой там тебе тебя то тоже только тот ты у уже что чтобы чем чей чья чье чьи чего эта эти это этот я свой свою своей ' +
    'ли пожалуйста скажи ответь знаешь ' +
    'a am an and any are as at be been but by can could did do does done for from had has have he her here him his how i if im in is it its just me my mine of on or our ' +
    'please she so some tell that the their them there these they this those to too us was we were what whats when where which who whom whose why will with would you your ' +
    'ive id do dont isnt'
  ).split(' '),
)
