/** The sites of outlets that drafts link to most, by host and the name that a reader knows. */
const OUTLETS = `
abc.net.au ABC News|abcnews.go.com ABC News|aljazeera.com Al Jazeera|apnews.com The Associated Press|axios.com Axios
bbc.co.uk BBC News|bbc.com BBC News|bloomberg.com Bloomberg|bostonglobe.com The Boston Globe|businessinsider.com Business Insider
cbc.ca CBC News|cbsnews.com CBS News|chicagotribune.com Chicago Tribune|cnbc.com CNBC|cnn.com CNN|dailymail.co.uk Daily Mail
dw.com Deutsche Welle|economist.com The Economist|edition.cnn.com CNN|elpais.com El País|espn.com ESPN|forbes.com Forbes
foreignpolicy.com Foreign Policy|fortune.com Fortune|foxnews.com Fox News|france24.com France 24|ft.com Financial Times
guardian.co.uk The Guardian|haaretz.com Haaretz|huffpost.com HuffPost|independent.co.uk The Independent
irishtimes.com The Irish Times|latimes.com Los Angeles Times|lemonde.fr Le Monde|miamiherald.com Miami Herald
motherjones.com Mother Jones|msnbc.com MSNBC|nationalgeographic.com National Geographic|nature.com Nature
nbcnews.com NBC News|newscientist.com New Scientist|newsweek.com Newsweek|newyorker.com The New Yorker|npr.org NPR
nypost.com New York Post|nytimes.com The New York Times|pbs.org PBS|politico.com Politico|politico.eu Politico Europe
propublica.org ProPublica|reuters.com Reuters|rollingstone.com Rolling Stone|science.org Science|scientificamerican.com Scientific American
scmp.com South China Morning Post|sfchronicle.com San Francisco Chronicle|skynews.com.au Sky News Australia|news.sky.com Sky News
slate.com Slate|smh.com.au The Sydney Morning Herald|spiegel.de Der Spiegel|stripes.com Stars and Stripes|straitstimes.com The Straits Times
telegraph.co.uk The Daily Telegraph|theatlantic.com The Atlantic|theconversation.com The Conversation|theglobeandmail.com The Globe and Mail
theguardian.com The Guardian|thehill.com The Hill|theintercept.com The Intercept|thelancet.com The Lancet|thetimes.co.uk The Times
thetimes.com The Times|theverge.com The Verge|time.com Time|usatoday.com USA Today|vox.com Vox|washingtonpost.com The Washington Post
wired.com Wired|wsj.com The Wall Street Journal
`

const byHost = new Map(
  OUTLETS.trim()
    .split(/[|\n]/)
    .map((line): [string, string] => {
      const space = line.indexOf(' ')
      return [line.slice(0, space), line.slice(space + 1)]
    }),
)

/** The host of an address in lower case, without "www."; empty where there is none. */
export function hostOf(address: string): string {
  const scheme = address.indexOf('//')
  const rest = address.slice(scheme < 0 ? 0 : scheme + 2)
  const end = rest.search(/[/?#:]/)
  return (end < 0 ? rest : rest.slice(0, end)).toLowerCase().replace(/^(?:www|m)\./, '')
}

/** The outlet whose site an address leads to, if it is one that every reader knows. */
export const outletAt = (address: string): string | undefined => byHost.get(hostOf(address))
