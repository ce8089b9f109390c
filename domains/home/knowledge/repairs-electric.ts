/** Lamps, sockets, alarms and appliances on mains. */
import { type RepairEntry, repair, t } from './entries.ts'

const powerOff = t(
  'Отключите автомат и проверьте индикатором, что напряжения нет.',
  'Switch the breaker off and verify with a tester that the power is gone.',
)
const burning = t(
  'Гарь, искры, горячая розетка или щит: не включать, вызвать электрика.',
  'A burning smell, sparks, a hot socket or panel: do not switch on, call an electrician.',
)
const unplug = t('Выньте вилку из розетки.', 'Pull the plug.')

export const electricRepairs: readonly RepairEntry[] = [
  repair({
    id: 'breaker_trips',
    title: t('Выбивает автомат', 'Breaker trips'),
    verdict: 'with_care',
    match:
      'автомат|автоматы выбивает|вышибает|вырубает|выключает|отключает, узо|дифавтомат выбивает|вышибает|срабатывает, выбивает|вышибло пробки|свет|электричество, пробки, breaker trips|tripping|tripped, fuse blows|blown, rcd trips|tripping, узо',
    steps: [
      t('Выньте из розеток всё на этой линии.', 'Unplug everything on that line.'),
      t('Включите автомат один раз.', 'Switch the breaker on once.'),
      t(
        'Держит: включайте приборы по одному и найдите виновный.',
        'It holds: plug things in one by one and find the culprit.',
      ),
      t('Мощные приборы разведите по разным линиям.', 'Spread powerful appliances over different lines.'),
    ],
    tools: [],
    stopRules: [
      t(
        'Выбивает без нагрузки или сразу: больше не включать, вызвать электрика.',
        'It trips with no load or at once: stop switching, call an electrician.',
      ),
      burning,
      t('Автомат на больший ток не ставят: загорится провод.', 'Never fit a stronger breaker: the wire would burn.'),
    ],
    sources: 'esf mchs_electric pue',
  }),
  repair({
    id: 'dead_socket',
    title: t('Не работает розетка', 'Dead socket'),
    verdict: 'with_care',
    match:
      'розетка|розетку|розетки|розетке, socket, outlet, розетка не работает, socket|outlet not|dead|stopped working|works',
    steps: [
      t(
        'Проверьте прибор в другой розетке, автомат и УЗО в щите.',
        'Try the appliance elsewhere; check breaker and RCD.',
      ),
      powerOff,
      t(
        'Снимите рамку и подтяните зажимы; подгоревшую розетку замените такой же.',
        'Take the cover off and tighten the clamps; replace a scorched socket with the same kind.',
      ),
      t('Соберите, включите автомат, проверьте.', 'Reassemble, switch on, test.'),
    ],
    tools: [t('индикатор, отвёртки, розетка на замену', 'voltage tester, screwdrivers, spare socket')],
    stopRules: [
      burning,
      t(
        'Алюминиевые или обугленные провода, нет заземления там, где оно нужно: электрик.',
        'Aluminium or charred wires, no earth where one is needed: an electrician.',
      ),
      t('Индикатора нет: не вскрывать.', 'No tester: do not open it.'),
    ],
    followUp: { text: t('Проверить, не греется ли розетка', 'Check that the socket stays cool'), afterDays: 7 },
    sources: 'esf mchs_electric',
  }),
  repair({
    id: 'light_bulb',
    title: t('Замена лампочки', 'Changing a light bulb'),
    verdict: 'do_it_yourself',
    match:
      'лампочка|лампочку|лампочки|лампу|лампа, bulb, light bulb, заменить|поменять|вкрутить лампочку|лампу, перегорела лампочка|лампа',
    steps: [
      t('Выключите свет и дайте лампе остыть.', 'Switch the light off and let the bulb cool.'),
      t('Встаньте на устойчивую стремянку.', 'Stand on a steady stepladder.'),
      t(
        'Выкрутите, вкрутите новую того же цоколя и не мощнее предела светильника.',
        'Unscrew it, fit one with the same cap and no more watts than the lamp allows.',
      ),
    ],
    tools: [t('стремянка, лампа', 'stepladder, bulb')],
    stopRules: [
      t(
        'Колба отломилась от цоколя: отключите автомат, тяните плоскогубцами.',
        'The glass broke off: switch the breaker off and use pliers.',
      ),
      t('Патрон оплавлен или чёрен: электрик.', 'A melted or black holder: an electrician.'),
      t(
        'Стремянка шатается или потолок выше трёх метров: помощник.',
        'A shaky ladder or a ceiling above three metres: get a helper.',
      ),
    ],
    sources: 'esf hse_heights',
  }),
  repair({
    id: 'light_switch',
    title: t('Замена выключателя', 'Replacing a light switch'),
    verdict: 'with_care',
    match: 'выключатель|выключателя|выключатели, light switch, dimmer, диммер, заменить выключатель',
    steps: [
      powerOff,
      t('Сфотографируйте провода, снимите клавишу и рамку.', 'Photograph the wires, take off rocker and frame.'),
      t('Переставьте провода по одному на новый механизм.', 'Move the wires over one by one.'),
      t('Соберите, включите, проверьте.', 'Reassemble, switch on, test.'),
    ],
    tools: [t('индикатор, отвёртка, выключатель', 'voltage tester, screwdriver, switch')],
    stopRules: [
      burning,
      t(
        'Цвета проводов непонятны или их больше, чем клемм: электрик.',
        'Unclear colours or more wires than terminals: an electrician.',
      ),
    ],
    sources: 'esf mchs_electric',
  }),
  repair({
    id: 'chandelier',
    title: t('Подключение люстры', 'Fitting a ceiling lamp'),
    verdict: 'with_care',
    match: 'люстра|люстру|люстры, светильник|светильника|бра, chandelier, ceiling lamp|light|fixture, pendant',
    steps: [
      powerOff,
      t('Проверьте крюк: он держит вес люстры с запасом.', 'Check that the hook bears the weight with margin.'),
      t(
        'Соедините провода зажимами, не скруткой: фаза, ноль, земля к своим.',
        'Join wires with connectors, not twists: live, neutral, earth each to its own.',
      ),
      t('Закройте, включите, проверьте.', 'Close it, switch on, test.'),
    ],
    tools: [t('индикатор, зажимы, стремянка, помощник', 'voltage tester, connectors, stepladder, a helper')],
    stopRules: [
      burning,
      t(
        'Провода рассыпаются или нет земли у металлической люстры: электрик.',
        'Crumbling wires, or a metal lamp without earth: an electrician.',
      ),
    ],
    sources: 'esf mchs_electric hse_heights',
  }),
  repair({
    id: 'extension_cord',
    title: t('Удлинители и тройники', 'Extension leads'),
    verdict: 'with_care',
    match:
      'удлинитель|удлинителя|удлинители|тройник|пилот, сетевой фильтр, extension lead|cord, power strip, multi-plug',
    steps: [
      t(
        'Сложите мощность приборов и сравните с числом на удлинителе.',
        'Add up the appliances’ power and compare it with the figure on the lead.',
      ),
      t(
        'Размотайте катушку целиком, провод не прячьте под ковёр.',
        'Unwind a reel fully and keep the lead out from under rugs.',
      ),
      t(
        'Обогреватель, чайник и плиту включайте прямо в стену.',
        'Plug heater, kettle and cooker straight into the wall.',
      ),
    ],
    tools: [],
    stopRules: [
      burning,
      t('Удлинитель в удлинитель не включают.', 'Never plug a lead into a lead.'),
      t('Треснутый или горячий выбросьте.', 'Throw out a cracked or hot one.'),
    ],
    sources: 'cpsc_cords esf mchs_electric',
  }),
  repair({
    id: 'smoke_alarm',
    title: t('Датчик дыма пищит', 'Smoke alarm chirps'),
    verdict: 'do_it_yourself',
    match:
      'датчик дыма|дымовой|пожарный, пищит датчик|сигнализация, smoke alarm|detector, пожарный извещатель, alarm battery|chirping|chirps, дымовой извещатель',
    steps: [
      t(
        'Снимите датчик, смените батарейку, пропылесосьте решётку.',
        'Take it down, change the battery, vacuum the grille.',
      ),
      t('Нажмите кнопку проверки.', 'Press the test button.'),
      t('Старше десяти лет: замените весь.', 'Older than ten years: replace it whole.'),
    ],
    tools: [t('батарейка, стремянка', 'battery, stepladder')],
    stopRules: [
      t(
        'Сигнал не замолкает и пахнет дымом: выйти и звонить 112 или 101.',
        'It keeps sounding and there is smoke: get out and call the emergency number.',
      ),
      t('Датчик общей системы снимает управляющая компания.', 'One wired to the building system is for the manager.'),
    ],
    followUp: { text: t('Проверить датчик дыма кнопкой', 'Test the smoke alarm'), afterDays: 30 },
    sources: 'nfpa_alarm',
  }),
  repair({
    id: 'fridge_icing',
    title: t('Холодильник намерзает или не морозит', 'Fridge ices up or does not cool'),
    verdict: 'with_care',
    match:
      'холодильник|холодильника|холодильнике|морозилка|морозилку|морозильник, fridge, freezer, refrigerator, наледь, разморозить|размораживать, иней',
    steps: [
      unplug,
      t(
        'Уберите продукты в сумку-холодильник, откройте дверь, подставьте тряпки.',
        'Put the food in a cool bag, open the door, lay cloths.',
      ),
      t(
        'Дайте льду растаять сам, можно тазом тёплой воды внутри.',
        'Let the ice melt by itself, a bowl of warm water inside helps.',
      ),
      t('Протрите уплотнитель и прочистите сток талой воды.', 'Wipe the seal and clear the melt-water drain.'),
    ],
    tools: [t('тряпки, таз, мягкая лопатка', 'cloths, bowl, plastic scraper')],
    stopRules: [
      t(
        'Нож и фен не берите: пробьёте контур с хладагентом.',
        'No knife and no heat gun: you would pierce the refrigerant circuit.',
      ),
      t(
        'Шипит, маслянистое пятно, не холодит после разморозки: мастер по холодильникам.',
        'Hissing, an oily spot, no cold after defrosting: a refrigeration technician.',
      ),
    ],
    followUp: { text: t('Проверить, не намёрз ли лёд снова', 'Check whether ice is back'), afterDays: 30 },
    sources: 'maker_fridge epa_608',
  }),
  repair({
    id: 'ac_filter',
    title: t('Фильтр кондиционера', 'Air conditioner filter'),
    verdict: 'do_it_yourself',
    match:
      'кондиционер|кондиционера|сплит, фильтр кондиционера, air conditioner|conditioning, ac filter|unit, split system',
    steps: [
      unplug,
      t(
        'Откройте панель, выньте сетки, промойте тёплой водой и высушите.',
        'Open the panel, take the meshes out, rinse in lukewarm water and dry.',
      ),
      t('Поставьте обратно, проверьте слив конденсата.', 'Put them back and check the condensate drain.'),
    ],
    tools: [t('пылесос, мягкая щётка', 'vacuum cleaner, soft brush')],
    stopRules: [
      t(
        'Лёд на трубках, не холодит, пахнет гарью: выключить, мастер.',
        'Ice on the pipes, no cold, a burning smell: switch off, call service.',
      ),
      t('Наружный блок и фреон: только мастер.', 'Outdoor unit and refrigerant: service only.'),
    ],
    followUp: { text: t('Промыть фильтры кондиционера', 'Rinse the air conditioner filters'), afterDays: 30 },
    sources: 'maker_ac epa_608',
  }),
  repair({
    id: 'hood_filter',
    title: t('Фильтр вытяжки', 'Cooker hood filter'),
    verdict: 'do_it_yourself',
    match: 'вытяжка|вытяжки|вытяжку, cooker hood, range hood, extractor',
    steps: [
      unplug,
      t(
        'Снимите жировые сетки и замочите в горячей воде со средством для посуды.',
        'Take the grease meshes off and soak them in hot water with dish soap.',
      ),
      t('Угольный фильтр не мойте, меняйте.', 'Do not wash a carbon filter, replace it.'),
    ],
    tools: [t('средство для посуды, щётка', 'dish soap, brush')],
    stopRules: [
      t('Тяга пропала, а рядом газ: пусть проверят канал.', 'No draught and gas nearby: have the duct checked.'),
    ],
    followUp: { text: t('Помыть фильтр вытяжки', 'Wash the hood filter'), afterDays: 60 },
    sources: 'maker_hood',
  }),
  repair({
    id: 'power_out',
    title: t('Пропал или моргает свет', 'Power out or flickering light'),
    verdict: 'with_care',
    match:
      'свет|электричество пропал|пропало|моргает|мигает|отключили, не горит|работает свет, lights|light flicker|flickers|flickering, power outage|out|cut',
    steps: [
      t(
        'Посмотрите, есть ли свет у соседей и в других комнатах.',
        'See whether neighbours and other rooms have power.',
      ),
      t(
        'Моргает одна лампа: выключите, дайте остыть, подкрутите или замените её.',
        'One lamp flickers: switch it off, let it cool, tighten or replace it.',
      ),
      t(
        'Нет во всём доме: позвоните в сеть или управляющую компанию, выключите плиту и утюг.',
        'The whole house is out: call the network or manager, switch off cooker and iron.',
      ),
    ],
    tools: [t('фонарик, лампа на замену', 'torch, spare bulb')],
    stopRules: [
      burning,
      t(
        'Моргает во всей квартире или лампы горят ярче обычного: отключить ввод, вызвать электрика.',
        'The whole flat flickers or lamps burn too bright: switch the main off, call an electrician.',
      ),
    ],
    sources: 'esf mchs_electric',
  }),
  repair({
    id: 'electric_kettle',
    title: t('Мелкая техника: чайник, утюг, тостер', 'Small appliance: kettle, iron, toaster'),
    verdict: 'with_care',
    match:
      'чайник|чайника|чайнике, утюг|утюга, тостер|тостера, микроволновка|микроволновку, kettle, iron, toaster, microwave, пылесос|пылесоса|фен, vacuum|hairdryer',
    steps: [
      unplug,
      t('Осмотрите шнур и вилку, не греясь ли они.', 'Look over lead and plug for scorching.'),
      t('Накипь снимите лимонной кислотой, фильтр промойте.', 'Descale with citric acid, rinse the filter.'),
      t('На гарантии: в сервис, не вскрывая.', 'Under warranty: to service unopened.'),
    ],
    tools: [t('лимонная кислота, мягкая щётка', 'citric acid, soft brush')],
    stopRules: [
      burning,
      t(
        'Микроволновку не вскрывать и выключенной: конденсатор держит заряд.',
        'Never open a microwave, even unplugged: its capacitor keeps a charge.',
      ),
      t('Перебитый шнур меняют, не заматывают.', 'A damaged lead is replaced, not taped.'),
    ],
    sources: 'esf mchs_electric',
  }),
]
