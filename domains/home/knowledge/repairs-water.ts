/** Taps, drains, toilets, heating and machines on water. */
import { type RepairEntry, repair, t } from './entries.ts'

const shutOff = t(
  'Перекройте воду и откройте кран, чтобы спустить давление.',
  'Shut the water off and open the tap to let the pressure out.',
)
const noShutOff = t(
  'Кран на вводе не держит или проржавел: не крутите, зовите сантехника.',
  'The stopcock does not hold or is rusted: leave it and call a plumber.',
)
const waterNearPower = t(
  'Вода дошла до розеток или щита: отключите автомат сухой рукой и зовите мастера.',
  'Water reached sockets or the panel: switch the breaker off with a dry hand and call a professional.',
)
const unplug = t('Выньте вилку и перекройте воду.', 'Pull the plug and shut the water.')
const insideMachine = t(
  'Пахнет гарью, выбивает автомат или бьёт током: не включать, вызвать мастера.',
  'A burning smell, a tripping breaker or a shock: do not switch it on, call service.',
)

export const waterRepairs: readonly RepairEntry[] = [
  repair({
    id: 'leaking_tap',
    title: t('Капает кран', 'Leaking tap'),
    verdict: 'do_it_yourself',
    match:
      'кран|смеситель|кранбукса, кран|крана|смеситель|смесителя капает|течет|подтекает|протекает|капать, капает кран, картридж смеситель|смесителя, tap|faucet|mixer, leaking|leaks|leaky|dripping|drips|drip tap|faucet|mixer, прокладка кран|крана',
    steps: [
      shutOff,
      t('Снимите ручку: под заглушкой винт.', 'Take the handle off: the screw is under the cap.'),
      t(
        'Выньте картридж или кран-буксу и купите такой же с образцом в руке.',
        'Pull the cartridge or valve and buy the same one with the old in hand.',
      ),
      t('Поставьте новый, соберите, медленно откройте воду.', 'Fit the new one, reassemble, open the water slowly.'),
    ],
    tools: [
      t('шестигранники, разводной ключ, картридж или прокладка', 'hex keys, adjustable spanner, cartridge or washer'),
    ],
    stopRules: [
      noShutOff,
      t(
        'Гайка не идёт с умеренной силой: не ломайте корпус.',
        'The nut does not move with moderate force: do not break the body.',
      ),
    ],
    followUp: { text: t('Проверить, сухо ли под смесителем', 'Check that it is dry under the tap'), afterDays: 2 },
    sources: 'maker_faucet epa_leak',
  }),
  repair({
    id: 'aerator',
    title: t('Слабый напор, аэратор', 'Weak flow, aerator'),
    verdict: 'do_it_yourself',
    match:
      'аэратор|аэратора, напор слабый|плохой|упал|кран|маленький, рассеиватель, лейка душа|засорилась, душевая лейка, aerator, weak|low|poor flow|pressure tap|faucet|shower, shower head clogged|blocked|limescale',
    steps: [
      t(
        'Открутите сеточку на носике рукой или через тряпку ключом.',
        'Unscrew the tip by hand, or with a spanner over a cloth.',
      ),
      t(
        'Замочите её на час в растворе лимонной кислоты, щёткой смойте песок.',
        'Soak it for an hour in citric acid and brush the grit out.',
      ),
      t('Прикрутите обратно от руки.', 'Screw it back hand-tight.'),
    ],
    tools: [t('тряпка, ключ для аэратора, щётка', 'cloth, aerator key, brush')],
    stopRules: [
      t(
        'Слабо во всех кранах сразу: это стояк или счётчик, зовите сантехника.',
        'Weak at every tap: the riser or meter, call a plumber.',
      ),
    ],
    followUp: { text: t('Почистить аэратор снова', 'Clean the aerator again'), afterDays: 180 },
    sources: 'maker_faucet epa_leak',
  }),
  repair({
    id: 'running_toilet',
    title: t('Бачок не перестаёт течь', 'Running toilet'),
    verdict: 'do_it_yourself',
    match:
      'бачок|бачка|бачке, унитаз течет|журчит|подтекает|бежит|шумит|не, слив унитаз, toilet, cistern, running|runs toilet',
    steps: [
      t(
        'Снимите крышку и посмотрите: вода выше перелива или клапан внизу не садится.',
        'Lift the lid and look: water over the overflow, or the valve below not seating.',
      ),
      t(
        'Опустите поплавок винтом, чтобы вода стояла на пару сантиметров ниже перелива.',
        'Lower the float by its screw until water stands a couple of centimetres below the overflow.',
      ),
      t(
        'Промойте или замените сливной клапан, воду перед этим перекройте.',
        'Rinse or replace the flush valve, with the water shut off first.',
      ),
    ],
    tools: [t('отвёртка, ремкомплект бачка', 'screwdriver, cistern repair kit')],
    stopRules: [
      noShutOff,
      t('Треснул бачок: перекройте воду и меняйте бачок.', 'The cistern is cracked: shut the water and replace it.'),
    ],
    followUp: {
      text: t('Подкрасить воду в бачке и проверить, не течёт ли', 'Dye the cistern water and check for a leak'),
      afterDays: 7,
    },
    sources: 'maker_cistern epa_leak',
  }),
  repair({
    id: 'clogged_drain',
    title: t('Засор раковины', 'Blocked sink drain'),
    verdict: 'do_it_yourself',
    match:
      'засор|засорилась|засорился|забилась|забился|прочистить|засора|раковина|раковину|труба|слив|сток, не уходит|стоит вода, clogged|blocked|clog|unclog|unblock drain|sink|bath|pipe, drain, засор',
    steps: [
      t(
        'Вычерпайте воду и поработайте вантузом, заткнув перелив тряпкой.',
        'Scoop the water out and plunge with the overflow stopped by a cloth.',
      ),
      t('Подставьте ведро и промойте сифон.', 'Put a bucket under and rinse the trap.'),
      t('Дальше тросом, понемногу вращая.', 'Then a drain snake, turning it little by little.'),
    ],
    tools: [t('вантуз, ведро, трос, перчатки', 'plunger, bucket, drain snake, gloves')],
    stopRules: [
      t(
        'Химию уже лили: не разбирать и не добавлять другую, едкая вода обожжёт.',
        'A drain chemical is in there: do not open it or add another, the water burns.',
      ),
      t(
        'Стоит вода и в ванне, и в унитазе: засор стояка, зовите аварийную.',
        'Water stands in bath and toilet too: a blocked riser, call the emergency plumber.',
      ),
    ],
    followUp: { text: t('Поставить сетку и промыть сифон', 'Fit a strainer and rinse the trap'), afterDays: 90 },
    sources: 'maker_trap sds_drain',
  }),
  repair({
    id: 'blocked_toilet',
    title: t('Засор унитаза', 'Blocked toilet'),
    verdict: 'do_it_yourself',
    match:
      'унитаз|унитаза|туалет засор|засорился|забился|забит|засорен|прочистить, унитаз не смывает|уходит, blocked|clogged|unclog|plunge toilet',
    steps: [
      t('Не смывайте ещё раз: перельётся.', 'Do not flush again: it will overflow.'),
      t(
        'Налейте ведро тёплой воды и прокачайте вантузом для унитаза.',
        'Pour in a bucket of warm water and pump with a toilet plunger.',
      ),
      t('Не пошло: гибкий трос с защитой.', 'Still stuck: a toilet auger.'),
    ],
    tools: [t('вантуз для унитаза, трос, перчатки', 'toilet plunger, auger, gloves')],
    stopRules: [
      t(
        'Поднимается и в ванне: стояк, зовите аварийную.',
        'It rises in the bath too: the riser, call the emergency plumber.',
      ),
      t('Щёлочь и кипяток в фаянс не льют.', 'No lye or boiling water into the bowl.'),
    ],
    sources: 'maker_trap sds_drain',
  }),
  repair({
    id: 'siphon',
    title: t('Течёт сифон', 'Leaking trap'),
    verdict: 'do_it_yourself',
    match:
      'сифон|сифона|сифоне|гофра, под раковиной течет|капает|мокро|лужа, trap, siphon, under sink leak|leaking, p-trap',
    steps: [
      t('Подставьте таз, протрите насухо, найдите мокрую гайку.', 'Put a bowl under, wipe dry, find the wet nut.'),
      t(
        'Подтяните гайку рукой; не помогло: замените прокладку.',
        'Tighten the nut by hand; if that fails, replace the washer.',
      ),
      t('Пролейте горячей водой и проверьте салфеткой.', 'Run hot water and check with a tissue.'),
    ],
    tools: [t('таз, прокладки, салфетка', 'bowl, washers, tissue')],
    stopRules: [t('Сгнила труба в стене: сантехник.', 'The pipe in the wall is corroded: a plumber.')],
    followUp: { text: t('Проверить под раковиной салфеткой', 'Check under the sink with a tissue'), afterDays: 3 },
    sources: 'maker_trap',
  }),
  repair({
    id: 'burst_pipe',
    title: t('Прорвало трубу', 'Burst pipe'),
    verdict: 'call_professional',
    match:
      'прорвало|лопнула|лопнул|прорвала|прорыв труба|трубу|шланг|стояк|батарея|радиатор, потоп, затопило|затопил|затапливаю, burst|broken pipe|hose, flood|flooding, pipe leak|leaking, течет|потекла|потек|протекает|протекла труба|трубы|стояк|батарея|батарею|радиатор, hot pipe',
    steps: [
      t(
        'Перекройте воду на вводе; отопление: краны у батареи.',
        'Shut the main water; for heating, the radiator valves.',
      ),
      t(
        'Отключите автомат мокрой комнаты, если дойдёте сухим.',
        'Switch the wet room’s breaker off if you can reach it dry.',
      ),
      t(
        'Звоните в аварийную управляющей компании, предупредите соседей снизу.',
        'Call the emergency plumber and warn the neighbours below.',
      ),
      t('Снимите на видео для акта.', 'Film it for the report.'),
    ],
    tools: [t('вёдра, тряпки, хомут', 'buckets, rags, pipe clamp')],
    stopRules: [
      waterNearPower,
      t(
        'Кипяток из отопления: не подходить, закрыть дверь, ждать аварийную.',
        'Scalding heating water: stay away, shut the door, wait for the plumber.',
      ),
    ],
    followUp: {
      text: t('Получить акт и проверить, просохло ли', 'Get the report and check that it has dried'),
      afterDays: 3,
    },
    sources: 'rf_491 mchs_electric',
  }),
  repair({
    id: 'ceiling_leak',
    title: t('Заливают соседи сверху', 'Water from the flat above'),
    verdict: 'call_professional',
    match:
      'соседи|сосед сверху|заливают|залили|затопили|топят, потолок|потолка|потолке|потолку течет|капает|протек|вода|пятно|протекает, залили|заливают, neighbour|neighbor|upstairs leak|water|leaking, ceiling leak|leaking|leaks|drips|water|stain|dripping',
    steps: [
      t('Отключите свет комнаты автоматом.', 'Switch the room’s circuit off.'),
      t(
        'Позвоните соседям и в аварийную: пусть перекроют воду.',
        'Call the neighbours and the emergency plumber: have the water shut off.',
      ),
      t('Подставьте вёдра, снимите всё на видео.', 'Set out buckets and film everything.'),
      t(
        'Попросите акт управляющей компании в тот же день.',
        'Ask the building manager for a written report the same day.',
      ),
    ],
    tools: [t('вёдра, плёнка, телефон', 'buckets, film, phone')],
    stopRules: [
      waterNearPower,
      t('Потолок провис или трещит: выйти из комнаты.', 'The ceiling sags or cracks: leave the room.'),
    ],
    followUp: {
      text: t('Взять акт и проверить, сухо ли', 'Collect the report and check that it is dry'),
      afterDays: 3,
    },
    sources: 'rf_491 mchs_electric',
  }),
  repair({
    id: 'bleed_radiator',
    title: t('Спустить воздух из батареи', 'Bleeding a radiator'),
    verdict: 'do_it_yourself',
    match:
      'батарея|батарею|батареи|радиатор|радиатора|батарей, кран маевского|спустить воздух, radiator, bleed|bleeding radiator, холодная батарея',
    steps: [
      t(
        'Дождитесь, пока батарея остынет, подставьте ёмкость.',
        'Let the radiator cool and hold a cup under the valve.',
      ),
      t(
        'Откройте кран Маевского на пол-оборота, пока шипит воздух.',
        'Open the bleed valve half a turn while air hisses.',
      ),
      t('Пошла ровная вода: закройте.', 'When water runs evenly, close it.'),
      t('В своём котле проверьте давление.', 'With your own boiler, check the pressure.'),
    ],
    tools: [t('ключ для крана Маевского, кружка, тряпка', 'bleed key, cup, cloth')],
    stopRules: [
      t(
        'Кран не крутится или сорван: не давите, зовите сантехника.',
        'The valve is stuck or stripped: do not force it, call a plumber.',
      ),
      t(
        'Общая система: на верхнем этаже воздух спускает управляющая компания.',
        'A shared system: on the top floor the building manager bleeds it.',
      ),
    ],
    followUp: { text: t('Проверить, прогрелась ли батарея', 'Check that the radiator is warm'), afterDays: 1 },
    sources: 'maker_radiator',
  }),
  repair({
    id: 'heater_anode',
    title: t('Бойлер: анод и накипь', 'Storage water heater: anode and scale'),
    verdict: 'with_care',
    match:
      'анод|анода|магниевый, бойлер|бойлера|бойлере, водонагреватель|водонагревателя|водонагревателе, накопительный, anode, water heater',
    steps: [
      t(
        'Снимите напряжение автоматом и проверьте индикатором, дайте остыть.',
        'Switch it off at the breaker, verify with a tester, let it cool.',
      ),
      t('Перекройте холодную воду и слейте бак.', 'Shut the cold water and drain the tank.'),
      t(
        'Снимите фланец, поменяйте анод и прокладку, смойте накипь.',
        'Take the flange off, replace anode and gasket, rinse the scale out.',
      ),
      t(
        'Наполните бак до ровной струи и лишь потом включите.',
        'Fill until the hot tap runs evenly, only then switch it on.',
      ),
    ],
    tools: [
      t(
        'торцевой ключ, шланг, анод и прокладка по модели, индикатор',
        'socket wrench, hose, anode and gasket of the model, tester',
      ),
    ],
    stopRules: [
      t(
        'Течёт сам бак, стреляет предохранительный клапан, бьёт током: выключить, вызвать мастера.',
        'The tank itself leaks, the relief valve keeps blowing, a shock: switch off, call service.',
      ),
      t('Газовый водонагреватель: только газовая служба.', 'A gas heater: a registered engineer only.'),
    ],
    followUp: { text: t('Проверить анод бойлера', 'Check the heater’s anode'), afterDays: 365 },
    sources: 'maker_heater esf',
  }),
  repair({
    id: 'washing_machine',
    title: t('Стиральная машина: ошибка, слив, фильтр', 'Washing machine: error, drain, filter'),
    verdict: 'with_care',
    match:
      'стиралка|стиралку|стиралки, стиральная|стиральную|стиральной|стиральная машина, washing machine, washer, фильтр стиралка|стиральной|стиралки',
    steps: [
      unplug,
      t('Запишите код ошибки и найдите его в инструкции.', 'Write the error code down and look it up in the manual.'),
      t(
        'Слейте воду через шланг у фильтра, выкрутите и промойте фильтр.',
        'Drain by the hose beside the filter, unscrew and rinse the filter.',
      ),
      t(
        'Проверьте, не перегнут ли сливной шланг и чиста ли сетка на подаче.',
        'Check that the drain hose is not kinked and the inlet mesh is clean.',
      ),
    ],
    tools: [t('таз, тряпка, плоскогубцы', 'bowl, cloth, pliers')],
    stopRules: [
      insideMachine,
      t('Под крышкой мотора и электроники работает мастер.', 'Motor and electronics are for service.'),
      t('Течёт из-под дна при закрытой воде: мастер.', 'It leaks below with the water shut: service.'),
    ],
    followUp: { text: t('Почистить фильтр стиральной машины', 'Clean the washing machine filter'), afterDays: 90 },
    sources: 'maker_washer',
  }),
  repair({
    id: 'dishwasher',
    title: t('Посудомойка не сливает или плохо моет', 'Dishwasher does not drain or clean'),
    verdict: 'with_care',
    match: 'посудомойка|посудомойку|посудомойки, посудомоечная|посудомоечной|посудомоечную, dishwasher',
    steps: [
      unplug,
      t('Выньте и промойте нижний фильтр и разбрызгиватели.', 'Take out and rinse the bottom filter and spray arms.'),
      t(
        'Проверьте соль, ополаскиватель и перегиб сливного шланга.',
        'Check salt, rinse aid and the drain hose for kinks.',
      ),
      t('Прогоните пустую с чистящим по инструкции.', 'Run it empty with a cleaner by the manual.'),
    ],
    tools: [t('тряпка, зубочистка, губка', 'cloth, toothpick, sponge')],
    stopRules: [
      insideMachine,
      t('Вода в поддоне и защита от протечки: мастер.', 'Water in the base and the leak guard tripped: service.'),
    ],
    followUp: { text: t('Промыть фильтр посудомойки', 'Rinse the dishwasher filter'), afterDays: 30 },
    sources: 'maker_dishwasher',
  }),
  repair({
    id: 'hose_replace',
    title: t('Подводка к смесителю', 'Flexible tap hose'),
    verdict: 'with_care',
    match: 'подводка|подводки|подводку, шланг замена|заменить|поменять, flexible|tap hose, hose replace',
    steps: [
      shutOff,
      t(
        'Подставьте таз, открутите старую подводку снизу вверх.',
        'Put a bowl under and undo the old hose from bottom to top.',
      ),
      t(
        'Поставьте новую с прокладками, затяните рукой и ещё четверть оборота ключом.',
        'Fit the new one with washers, hand-tight and a quarter turn by spanner.',
      ),
      t('Откройте воду и оставьте сухую салфетку на час.', 'Open the water and leave a dry tissue there for an hour.'),
    ],
    tools: [t('ключ, подводка, прокладки', 'spanner, hose, washers')],
    stopRules: [noShutOff, t('Резьба смята: сантехник.', 'A stripped thread: a plumber.')],
    followUp: { text: t('Проверить подводку на влагу', 'Check the hose for moisture'), afterDays: 2 },
    sources: 'maker_faucet',
  }),
  repair({
    id: 'meter_leak',
    title: t('Счётчик воды и ввод', 'Water meter and inlet'),
    verdict: 'call_professional',
    match: 'счетчик|счетчика вода|воды, поверка счетчика, water meter, ввод воды',
    steps: [
      t('Спишите показания и сфотографируйте пломбу.', 'Note the reading and photograph the seal.'),
      t(
        'Вызовите организацию, которая ведёт учёт: она меняет и пломбирует.',
        'Call the company that runs the metering: it replaces and seals.',
      ),
    ],
    tools: [],
    stopRules: [
      t(
        'Пломбу не срывать: платёж пересчитают по нормативу.',
        'Do not break the seal: you would be billed by the standard rate.',
      ),
    ],
    followUp: {
      text: t('Проверить дату следующей поверки счётчика', 'Check the date of the next meter check'),
      afterDays: 30,
    },
    sources: 'rf_491',
  }),
]
