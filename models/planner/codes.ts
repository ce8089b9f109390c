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
