import type { Random } from "./random";

export type Origin = "german" | "turkish" | "polish" | "italian" | "greek" | "portuguese" | "ukrainian";
type Names = { readonly last: readonly string[]; readonly women: readonly string[]; readonly men: readonly string[] };

const OLD: Readonly<Record<Origin, Names>> = {
  german: {
    last: "Adler Beckmann Brandt Brinkhoff Dahlmann Dierksen Ebbers Falkenberg Förster Gerling Großmann Haarmann Hesselmann Hülsmann Jansen Kampmann Kesting Köster Kramer Langenkamp Lohmann Middeldorf Neuhaus Oberste Overbeck Pohlmann Quante Reckert Rehbein Rüther Schlüter Schürmann Stahlhut Steinkamp Sudhoff Tigges Uhlenbrock Volmer Wegener Westermann Wiemann Zumbusch".split(" "),
    women: "Anneliese Christel Edeltraud Elfriede Elisabeth Erika Gerda Gertrud Gisela Hannelore Hedwig Helga Hildegard Ilse Inge Irmgard Johanna Käthe Liselotte Margarete Magdalena Renate Rosemarie Ruth Ursula Waltraud".split(" "),
    men: "Alfred Bernhard Dieter Erwin Friedhelm Günter Hans-Joachim Heinrich Heinz Helmut Herbert Horst Karl-Heinz Kurt Manfred Otto Rolf Rudolf Siegfried Walter Werner Willi".split(" "),
  },
  turkish: { last: "Aydın Çelik Demir Kılıç Öztürk Şimşek Yıldırım Koç".split(" "), women: "Ayşe Emine Fatma Hatice Zeynep".split(" "), men: "Ahmet Hasan Hüseyin İbrahim Mehmet".split(" ") },
  polish: { last: "Kowalczyk Kaczmarek Nowak Szymański Wojciechowski Zając Schimanski".split(" "), women: "Danuta Halina Jadwiga Krystyna Wanda".split(" "), men: "Andrzej Edward Kazimierz Stanisław Zbigniew".split(" ") },
  italian: { last: "Bianchi Esposito Ferraro Lombardo Russo".split(" "), women: "Carmela Giuseppina Maria Rosa".split(" "), men: "Antonio Giuseppe Salvatore".split(" ") },
  greek: { last: "Georgiadis Karagiannis Papadakis".split(" "), women: "Eleni Sofia".split(" "), men: "Dimitrios Konstantinos".split(" ") },
  portuguese: { last: "Ferreira Gonçalves Pereira".split(" "), women: "Conceição Lurdes".split(" "), men: "João Manuel".split(" ") },
  ukrainian: { last: "Bondarenko Kravchenko Shevchuk".split(" "), women: "Halyna Nadiya".split(" "), men: "Mykola Vasyl".split(" ") },
};

const YOUNGER_MEN: Readonly<Record<Origin, readonly string[]>> = {
  german: "Andreas Christian Daniel Dennis Florian Kevin Marcel Marco Markus Patrick Sascha Stefan Sven Thorsten Tim".split(" "),
  turkish: "Burak Emre Murat Serkan Tarık".split(" "),
  polish: "Damian Krzysztof Łukasz Mateusz".split(" "),
  italian: "Alessandro Dario Luca".split(" "),
  greek: "Jannis Nikos".split(" "),
  portuguese: "Paulo Rui".split(" "),
  ukrainian: "Andrij Oleksandr".split(" "),
};

const SHARES: readonly (readonly [Origin, number])[] = [
  ["german", 0.66],
  ["polish", 0.78],
  ["turkish", 0.88],
  ["italian", 0.93],
  ["greek", 0.96],
  ["portuguese", 0.98],
  ["ukrainian", 1],
];

export type DemoName = { readonly lastName: string; readonly firstNames: string; readonly origin: Origin };

/** An invented name as one meets them in Dortmund. */
export function nameFrom(random: Random, isInmate: boolean): DemoName {
  const share = random.next();
  const origin = SHARES.find(([, until]) => share < until)?.[0] ?? "german";
  const names = OLD[origin];
  const first = isInmate ? YOUNGER_MEN[origin] : random.chance(0.72) ? names.women : names.men;
  const lastName = random.pick(names.last);
  const second = !isInmate && origin === "german" && random.chance(0.15) ? ` ${random.pick(first)}` : "";
  const firstName = random.pick(first);
  return { lastName, firstNames: second.trim() === firstName ? firstName : firstName + second, origin };
}
