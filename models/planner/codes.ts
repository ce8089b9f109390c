/** What people call the rows that a code names: a measurement has no title of its own. */
export const CODE_WORDS: Readonly<Record<string, string>> = {
  weight: 'вес взвешивание весы weight weigh-in scales',
  steps: 'шаги шагов steps walk',
  water: 'вода воды water drink',
  heart_rate: 'пульс чсс pulse heart rate',
  resting_heart_rate: 'пульс покоя resting heart rate',
  blood_pressure: 'давление blood pressure bp',
  temperature: 'температура градусник temperature temp fever',
  glucose: 'сахар глюкоза sugar glucose',
  spo2: 'сатурация кислород oxygen saturation spo2',
  sleep: 'сон сна ночь спал sleep night nap',
  mood: 'настроение стресс энергия самочувствие mood stress energy check-in',
  symptom: 'симптом symptom',
}

/** Sports in the words for a single training of each. */
export const SPORT_WORDS: Readonly<Record<string, string>> = {
  running: 'бег пробежка забег run running jog',
  trail_running: 'трейл пробежка trail run',
  walking: 'ходьба прогулка walk walking',
  hiking: 'поход хайкинг hike hiking',
  cycling: 'велосипед велик велопрогулка вело ride cycling bike',
  swimming: 'плавание бассейн swim swimming pool',
  strength: 'силовая зал тренажерка качалка strength gym weights',
  yoga: 'йога yoga',
  pilates: 'пилатес pilates',
  rowing: 'гребля rowing row',
  skiing: 'лыжи skiing ski',
  football: 'футбол football soccer',
  basketball: 'баскетбол basketball',
  tennis: 'теннис tennis',
  boxing: 'бокс boxing',
  dancing: 'танцы dance dancing',
  stretching: 'растяжка stretching',
}
