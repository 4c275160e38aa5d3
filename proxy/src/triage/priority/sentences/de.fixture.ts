/** Written German sentences of critical matters, by the review reason they must give, and harmless ones near them. */
export const CRITICAL = {
  money: `
    Mir wurde die Bestellung 48211 doppelt abgebucht.
    Auf meinem Kontoauszug steht derselbe Betrag am 3. und noch einmal am 5., ich habe aber nur einmal bestellt.
    hallo ihr habt mir das geld fuer die lampe zweimal abgezogen
    Da ist eine Abbuchung von Ihnen, die ich nicht kenne.
    Ich habe das Abo im März gekündigt und es werden immer noch 9,99 im Monat abgebucht.
    Ich habe vor dem Versand storniert, das Geld wurde trotzdem eingezogen.
    Es wurde etwas abgebucht, dem ich nie zugestimmt habe.
    Jemand hat mit meiner Karte bei Ihnen eingekauft.
    Ich sehe zwei gleiche Belastungen über 54,20 von Ihnen.
    die zahlung schlug fehl, ich hab es nochmal probiert und jetzt sind beide betraege weg
    Ich habe nie ein Abo abgeschlossen und sehe eine monatliche Abbuchung.
    Der Betrag wurde doppelt eingezogen.
    Ich habe eine Tasse gekauft und drei berechnet bekommen.
    Meine Bank hat mich auf einen Kauf bei Ihnen hingewiesen, der nicht von mir ist.
    Sie haben ohne meine Erlaubnis Geld von meinem Konto genommen.
    Ich habe überwiesen, und zusätzlich wurde meine Karte belastet.
    Ich hatte schon bezahlt, und nun wurde noch einmal abgebucht.
    Bei uns hat niemand etwas bestellt, was ist das für eine Belastung?
    unberechtigte abbuchung auf meiner kreditkarte
    Nicht autorisierte Zahlung über 212 Euro
    Statt der Erstattung wurde mir der Betrag erneut abgebucht.
    Durch die doppelte Abbuchung ist meine Miete geplatzt.
    Mir wurde Expressversand berechnet, den ich nie gewählt habe.
    Mein Konto ist seit Januar geschlossen, ihr bucht trotzdem weiter ab.
    Über mein PayPal wurde bei Ihnen gekauft, das war ich nicht.
    Ich glaube, ich habe doppelt bezahlt, es eilt nicht, aber bitte prüfen.
    Dreimal dieselbe Rechnung vom Konto abgegangen.
    Meine Karte wurde zwei Mal belastet
    Beim Durchsehen der Auszüge: am Montag 45 Euro, am Dienstag wieder 45 Euro, bestellt habe ich einmal.
    Die Lastschrift lief ein zweites Mal.
    Mir wird ein Abo berechnet, das ich nie abgeschlossen habe.
    Guten Tag, derselbe Betrag wurde zweimal von meiner Karte abgebucht.`,
  account_security: `
    Jemand ist in meinem Konto und hat die Adresse geändert.
    Mein Account wurde gehackt.
    Ich komme nicht mehr rein, die E-Mail in meinem Profil ist nicht meine.
    In meiner Historie stehen Bestellungen, die ich nicht aufgegeben habe.
    Ich bekam eine Bestätigung für eine Konsole, die ich nie bestellt habe.
    Mein Passwort wurde geändert, das war ich nicht.
    Ein Fremder hat Zugriff auf mein Kundenkonto, bitte sperren.
    Ich sehe eine Anmeldung aus Brasilien, ich wohne in Kiel.
    Auf meinen Namen wurde an eine fremde Adresse bestellt.
    Meine Punkte hat jemand anderes ausgegeben.
    glaube mein konto wurde geknackt
    Das Guthaben meines Gutscheins ist weg, ich habe es nicht benutzt.
    Hacker haben mein Profil übernommen und zwei Laptops bestellt.
    Die Telefonnummer in meinem Konto ist nicht mehr meine.
    Ich habe auf eine gefälschte Mail von Ihnen geklickt und mein Passwort eingegeben, jetzt komme ich nicht mehr rein.
    Beim Einloggen sehe ich die Bestellungen einer anderen Person.
    Betrüger kaufen mit meinen Daten bei Ihnen ein.
    Mit meiner gespeicherten Karte wurde etwas bestellt, von dem ich nichts weiß.
    Mein Ex loggt sich in mein Konto ein.
    Identitätsdiebstahl: jemand bestellt unter meinem Namen.`,
  safety: `
    Aus dem Heizlüfter kam Rauch, ich habe den Stecker gezogen.
    Der Akku hat sich aufgebläht.
    Der Toaster ist heute früh in Flammen aufgegangen.
    Beim Einstecken der Lampe habe ich einen Schlag bekommen.
    Ich habe einen Stromschlag bekommen.
    In Ihrem Müsli war ein Stück Glas.
    Im Babybrei war ein Metallsplitter.
    Mein Sohn hat von dem Shampoo Ausschlag und musste zum Arzt.
    Die Kanne ist gesprungen und der heiße Kaffee lief mir übers Bein.
    Der Hochstuhl ist mit meiner Tochter umgekippt.
    Der Knopf ging ab und mein Baby wäre fast daran erstickt.
    Wir waren nach den Garnelen alle krank.
    Der Stuhl brach unter mir zusammen, ich habe mir das Handgelenk gebrochen.
    Das Ladegerät sprüht Funken.
    Es wird beim Laden sehr heiß und riecht verbrannt.
    Die Matratze riecht stark nach Chemie und wir haben alle Kopfschmerzen.
    In den Riegeln war Schimmel und mir ist seitdem schlecht.
    Mein Hund ist nach den Leckerlis gestorben.
    Ich habe mich an einer scharfen Kante geschnitten.
    Das Messer flog aus dem laufenden Mixer.
    Die Creme hat meine Haut verätzt, sie wirft Blasen.
    Der Schnellkochtopf ist explodiert.
    Am Berg haben die Bremsen versagt und ich bin gestürzt.
    Aus dem Campingkocher tritt Gas aus.
    In der Jacke steckte eine Nadel, ich habe mich gestochen.
    Das Etagenbett ist eingestürzt, während die Kinder schliefen.
    Nach einem Löffel schwollen mir die Lippen an, auf dem Etikett steht nichts von Nüssen.
    das kabel ist geschmolzen
    Das Rad vom Kinderwagen ist mitten auf der Straße abgefallen.
    vielleicht nicht schlimm aber der stecker vom buegeleisen wird braun und heiss
    Ihr Fahrer hat meine Mutter geschubst.
    Der Bote hat mich bedroht.
    Ich will nicht mehr leben.
    Ich komme mit einem Messer in euer Büro.
    Von den Dämpfen des Klebers wurde ich ohnmächtig.
    Die Heizdecke hat mich verbrannt.
    Mein Kind hat die Knopfzelle verschluckt, weil der Deckel nicht hält.`,
  legal: `
    Ich habe die Sache meinem Anwalt übergeben.
    Wenn das Geld nicht kommt, gehe ich vor Gericht.
    Ich werde Sie verklagen.
    Ich habe Anzeige bei der Polizei erstattet.
    Ich wende mich an die Verbraucherzentrale.
    Sie hören von meiner Rechtsanwältin.
    Ich behalte mir rechtliche Schritte vor.
    Die Schlichtungsstelle ist eingeschaltet.
    Ich lasse die Zahlung von meiner Bank zurückbuchen.
    Ich habe einen Chargeback bei meiner Bank beantragt.
    Das ist Betrug, ich gehe zur Polizei.
    Wenn es bis Montag nicht gelöst ist, gehe ich an die Presse.
    Die Datenschutzbehörde wird davon erfahren.
    Was Sie tun, ist illegal.
    mein anwalt sagt das ist vertragsbruch
    Ich erstatte Strafanzeige.
    Letzte Mahnung vor dem gerichtlichen Mahnverfahren.
    Notfalls bis zum Richter.
    Ich vertrete Frau Hall anwaltlich in dieser Sache.
    Unsere Rechtsabteilung ist informiert.
    Ich setze Ihnen eine letzte Frist, danach klage ich.
    Ich melde Sie beim Gewerbeamt.
    Die Bundesnetzagentur wurde informiert.
    Das ist Diebstahl, ich zeige Sie an.
    Dann sehen wir uns vor Gericht wieder.
    Meine Rechtsschutzversicherung übernimmt jetzt.
    Löschen Sie meine Daten nach DSGVO, sonst beschwere ich mich bei der Aufsichtsbehörde.
    Das Schreiben meines Anwalts ist unterwegs.
    Am Donnerstag bringt das Fernsehen einen Bericht über euch.
    Ich werde die Wettbewerbszentrale einschalten.
    Das verstößt gegen geltendes Recht.
    Ich fordere Schadensersatz, sonst folgt die Klage.`,
} as const;

export const HARMLESS = `
    Es wurde nicht doppelt abgebucht, alles gut, ich brauche nur die Rechnung.
    Es ist nur eine Abbuchung, danke fürs Nachsehen.
    Wird meine Karte zweimal belastet, wenn ich die Bestellung teile?
    Was passiert, wenn doppelt abgebucht wird?
    Kann ich in drei Raten zahlen?
    Ich habe zweimal versucht zu zahlen, die Karte wurde abgelehnt.
    Kann ich mit zwei Karten bezahlen?
    Wann wird abgebucht, bei Bestellung oder Versand?
    Kostet die Rücksendung etwas?
    Ich habe aus Versehen zweimal bestellt, bitte eine Bestellung stornieren.
    Warum wird der Versand extra berechnet?
    Ich kenne die Marke auf dem Bild nicht, welche ist das?
    Ich habe mit PayPal bezahlt, wann wird verschickt?
    Es wurde noch nichts abgebucht, ist das normal?
    Ich habe woanders doppelt so viel bezahlt, daher bin ich sehr zufrieden.
    Kann ich die zweite Hälfte nächsten Monat zahlen?
    Ist meine Karte bei Ihnen sicher?
    Ich habe eine neue E-Mail-Adresse, bitte in meinem Konto ändern.
    Passwort vergessen, wie setze ich es zurück?
    Ich kann mich nicht anmelden, Passwort falsch.
    Kann jemand anderes das Paket abholen?
    Meine Frau hat mit ihrem Konto bestellt, kann ich es zurückgeben?
    Mein Konto ist gesperrt, ich habe das Passwort zu oft falsch eingegeben.
    Wie schützen Sie sich vor Hackern?
    Ich habe noch nichts bestellt, ich möchte nur fragen.
    Bitte löschen Sie mein Konto, ich kaufe nicht mehr online.
    Ich habe keine Bestellbestätigung bekommen.
    Kann ich auf den Namen meiner Mutter bestellen?
    Wie ändere ich die Telefonnummer in meinem Profil?
    Wird das Ladegerät sehr heiß?
    Ist der Heizlüfter im Bad sicher?
    Was, wenn der Akku Feuer fängt?
    Ist die Jacke feuerfest?
    Hat das Spielzeug Kleinteile, die ein Kind verschlucken könnte?
    Kann die Creme allergische Reaktionen auslösen?
    Sind Nüsse drin? Ich bin allergisch.
    Ich habe eine Nickelallergie, welche Ohrringe passen?
    Verkaufen Sie Rauchmelder?
    Sind die Messer scharf?
    Hält das Glas kochendes Wasser aus?
    Kein Rauch, kein Geruch, es geht einfach nicht an.
    Zum Glück wurde niemand verletzt, der Karton war leer.
    Die Farbe heißt Rauch, meine ist blau.
    Die Feuerschale ist da, danke!
    Die Schuhe drücken etwas, kann ich sie eine Nummer größer haben?
    Das Warten bringt mich noch um, wann kommt es?
    Ich sterbe für dieses Kleid in Grün.
    Der Mixer geht nicht mehr.
    Die Tasse ist mir runtergefallen und kaputt.
    Das Glas im Bilderrahmen kam zerbrochen an, bekomme ich ein neues?
    Ein Stuhlbein ist gebrochen, bitte Ersatz.
    Der Bildschirm kam kaputt an.
    Der Akku hält nur zwei Stunden.
    Kann man die Lampe draußen im Regen nutzen?
    Die Kerze duftet wunderbar.
    Der Teppich riecht etwas nach Plastik, geht das weg?
    Ist die Farbe giftig?
    Bitte ins Krankenhaus St. Anna liefern, Station 4.
    Ich arbeite im Krankenhaus, geht die Lieferung am Nachmittag?
    Meine Kinder lieben das Feuerwehrauto.
    Gibt es einen Rückruf für XJ-200? Ich will es vor dem Kauf wissen.
    Das Brotmesser hat die falsche Farbe.
    Ich arbeite beim Gericht, bitte am Empfang abgeben.
    Ich bin Anwältin und brauche die Quittung für die Steuer.
    Haben Sie juristische Fachbücher?
    Darf man das nach Norwegen einführen?
    Welche Rechte habe ich bei einer Rückgabe?
    Wo finde ich das Impressum?
    Ich suche ein Polizeiauto als Spielzeug für meinen Neffen.
    Ist das leckere Gericht auch vegan?
    Haben Sie das Buch Der Anwalt?
    Ich werde niemanden verklagen, keine Sorge.
    Ich habe euch in der Zeitung gesehen, Glückwunsch!
    Mein Bruder ist Polizist und braucht Stiefel in 46.
    Die Bestellung ist spät dran und ich bin ziemlich verärgert.
    Das Paket ist verloren und keiner antwortet, das ist die dritte Mail.
    Ich will mein Geld für den kaputten Stuhl zurück.
    Es wurde vor der Tür gestohlen, der Fahrer hat es draußen gelassen.
    Ich warte seit drei Wochen auf die Erstattung.
    Der Fahrer war unfreundlich.
    Der Fahrer hat es beim Nachbarn abgegeben.
    Furchtbarer Service, nie wieder.
    Bitte stornieren, ich war zu schnell.
    Ich habe zweimal die falsche Größe bekommen.
    Der Gutschein wurde nicht abgezogen.
    Mir wurde Versand berechnet, obwohl ab 50 Euro kostenlos.
    Bitte schicken Sie mir die Rechnung zu Bestellung 12345.
    Können Sie eine meiner zwei Bestellungen stornieren?
    Bitte nicht zwei Newsletter am Tag.
    Tötet das Spray Wespen?
    Könnte ein Hund darauf kauen, ohne krank zu werden?
    Ist das Bett stabil, sodass es nicht umkippt?
    Wenn es bräche und sich jemand verletzt, wer haftet?
    Falls der Wasserkocher tropft, ist das von der Garantie gedeckt?
    Mein alter von einem anderen Laden hat Feuer gefangen, darum suche ich einen sicheren.
    Hatte jemand schon einen Stromschlag von der Decke?
    Schützen die Schuhe vor Stromschlag?
    Tolles Messer, schneidet wie keines.
    Haben Sie Badebomben?
    Was wiegt der Gasregler?
    Mein Mann bringt mich um, wenn ich den Beleg wieder verliere, haha.
    Die Soße ist der Hammer.
    Sind Zollgebühren enthalten?
    Ist es gefährlich, das mit 230 Volt zu nutzen?
    Ich möchte mit einem Menschen sprechen.
    Wo ist meine Bestellung?
    Ich möchte diese Schuhe zurückgeben.
    Danke für alles, super Service.
    Das Kleid ist schön, aber zu groß.
    Ich muss die Lieferadresse ändern.
    Gibt es den Mantel in M?
    Die Lieferung war unvollständig, eine Lampe fehlt.
    Ist die Marke bekannt? Ich suche eine gute Brandschutzdecke.
    Gibt es das Kleid in Rauchblau?
    Die Funkenschutzplatte für den Kamin ist zu klein.
    Wie scharf ist die Soße?
    Ich klage nicht, aber die Verpackung könnte besser sein.
    Ist das Ladekabel geschützt gegen Überhitzung?
    Kann ich auch zweimal im Monat abbestellen?
    Wie viele Punkte habe ich auf meinem Konto?`;
