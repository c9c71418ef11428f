const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** Two to twelve: figures only where a plural noun follows. */
export const SMALL_NUMBERS = words('two three four five six seven eight nine ten eleven twelve')
export const TEENS = words('thirteen fourteen fifteen sixteen seventeen eighteen nineteen')
export const TENS = words('twenty thirty forty fifty sixty seventy eighty ninety')
/** Words that multiply the number before them; "m", "bn" and the like only after digits. */
export const SCALES = words('hundred thousand million billion trillion dozen')
export const SHORT_SCALES = words('k m bn mn mln bln tn')
/** "Dozens of people": a number nobody counted. */
export const ROUND_PLURALS = words('dozens scores hundreds thousands millions billions trillions tens')
export const FRACTIONS = words('half third quarter fifth sixth seventh eighth ninth tenth')
export const FRACTION_PLURALS = words('halves thirds quarters fifths sixths sevenths eighths ninths tenths')

export const CURRENCY_SIGNS = words('$ £ € ¥ ₹ ₽ ₩ ₺ ₪ ₦ ₴')
/** Letters written close before a dollar sign: "US$5". */
export const CURRENCY_PREFIXES = words('US A C AU CA NZ HK S R')
export const CURRENCY_CODES = words('USD EUR GBP JPY CNY CHF AUD CAD INR RUB BRL MXN SEK NOK DKK PLN ZAR TRY KRW')
export const CURRENCY_NOUNS = words(
  'dollar dollars pound pounds euro euros cent cents pence yen yuan renminbi rupee rupees peso pesos franc francs ruble rubles rouble roubles krona kronor krone kroner zloty zlotys lira rand naira shilling shillings shekel shekels won real reais bolivar bolivars bolívares ringgit baht dinar dinars dirham dirhams riyal riyals sterling',
)

/** Units of measure, as words and as letters after digits. */
export const MEASURES = words(`
  km m cm mm mi ft kg g mg lb lbs oz ml l kb mb gb tb hz khz mhz ghz kw mw gw kwh mwh gwh w v mph kph kmh °c °f c f ha sq bps pct pp
  kilometer kilometers kilometre kilometres meter meters metre metres centimeter centimeters centimetre centimetres millimeter millimeters millimetre millimetres
  mile miles foot feet inch inches yard yards acre acres hectare hectares ton tons tonne tonnes kilogram kilograms kilo kilos gram grams ounce ounces
  liter liters litre litres gallon gallons barrel barrels degree degrees megawatt megawatts gigawatt gigawatts kilowatt kilowatts volt volts knot knots calorie calories
  point points megabyte megabytes gigabyte gigabytes
`)
/** Measures as they stand after a hyphen: "a 12-point lead". */
export const HYPHENED = words(`
  year month week day hour minute second decade century night mile foot inch yard acre meter metre kilometer kilometre ton tonne pound
  point percent percentage-point member person man woman seat page story storey bed room million billion
`)

/** Words that bind a number from the left, the longest first where one holds another. */
export const BOUNDS: readonly (readonly string[])[] = `
no more than;no fewer than;no less than;not more than;as many as;as much as;as few as;as little as;as high as;as low as;a total of;a record;an estimated;an average of;upwards of
more than;less than;fewer than;greater than;at least;at most;up to;close to;just over;just under;well over;well under;just about;only about;in excess of;something like
over;under;above;below;nearly;almost;about;around;roughly;approximately;approx.;some;exactly;only;just;another;estimated;circa;barely;virtually;fully
`
  .trim()
  .split(/[;\n]/)
  .map((phrase) => phrase.split(' '))

/** Nouns before a number that make it a label: "section 4". */
export const LABELLED = words(`
  section chapter figure fig fig. table page pages p. pp. version v. no no. nos. number route rule article part phase step level act item note paragraph clause title book verse
  volume vol. issue appendix room gate platform line highway interstate channel flight unit class grade type model size room floor apartment apt. suite box resolution
  psalm form exhibit count lot proposition prop prop. amendment round stage group zone area district ward precinct building block stop exit bus train terminal
  port windows apollo boeing airbus android iphone ios python node java
`)
