/** Written French sentences of critical matters, by the review reason they must give, and harmless ones near them. */
export const CRITICAL = {
  money: `
    J'ai été débité deux fois pour la commande 48211.
    Sur mon relevé le même montant apparaît le 3 puis le 5, alors que je n'ai passé qu'une commande.
    bonjour vous avez pris 2 fois l'argent pour la lampe
    Il y a un prélèvement de votre boutique que je ne connais pas.
    J'ai résilié mon abonnement en mars et vous continuez à prélever 9,99 par mois.
    J'ai annulé avant l'expédition mais l'argent a quand même été prélevé.
    Un paiement a été fait sans mon accord.
    Quelqu'un a utilisé ma carte dans votre boutique.
    Je vois deux débits identiques de 54,20 de votre part.
    le paiement a planté, j'ai recommencé et maintenant il y en a deux
    Je n'ai jamais souscrit d'abonnement et je vois un prélèvement mensuel.
    La somme a été prélevée en double.
    J'ai acheté une tasse et on m'en a facturé trois.
    Ma banque m'a signalé un achat chez vous qui n'est pas de moi.
    Vous avez pris de l'argent sur mon compte sans autorisation.
    J'ai payé par virement et ma carte a aussi été débitée.
    J'avais déjà payé et on m'a encore débité.
    Personne chez nous n'a rien acheté, quel est ce débit ?
    prélèvement non autorisé sur ma carte
    Débit frauduleux de 212 euros
    Au lieu de me rembourser, vous m'avez débité une nouvelle fois.
    À cause du double prélèvement mon loyer a été rejeté.
    On m'a facturé la livraison express que je n'ai jamais choisie.
    Mon compte est fermé depuis janvier et vous me prélevez toujours.
    Un achat a été fait avec mon PayPal, ce n'était pas moi.
    Je crois avoir payé deux fois, rien ne presse, mais merci de vérifier.
    Trois fois la même facture débitée.
    Je ne reconnais pas cette transaction.
    Je regarde mon compte : 45 euros lundi et encore 45 mardi, pour une seule commande.
    Le prélèvement est passé une seconde fois.
    J'ai résilié en juin, juillet et août ont été prélevés.
    Bonjour, ma carte a été débitée à deux reprises pour le même achat.`,
  account_security: `
    Quelqu'un est entré dans mon compte et a changé l'adresse.
    Mon compte a été piraté.
    Je ne peux plus me connecter, l'e-mail de mon profil n'est plus le mien.
    Dans mon historique il y a des commandes que je n'ai pas passées.
    J'ai reçu la confirmation d'une console que je n'ai jamais commandée.
    Mon mot de passe a été changé et ce n'est pas moi.
    Un inconnu a accès à mon compte, bloquez-le s'il vous plaît.
    Je vois une connexion depuis le Brésil, j'habite à Lille.
    Une commande a été passée à mon nom vers une adresse inconnue.
    Mes points ont été dépensés par quelqu'un d'autre.
    je crois qu'on a hacké mon compte
    Le solde de ma carte cadeau a disparu, je ne l'ai pas utilisé.
    Des pirates ont pris mon profil et commandé deux ordinateurs.
    Le téléphone dans mon compte n'est plus le mien.
    J'ai cliqué sur un faux mail de chez vous et donné mon mot de passe, je n'ai plus accès.
    En me connectant je vois les commandes d'une autre personne.
    Usurpation d'identité : quelqu'un commande sous mon nom.
    Ma carte enregistrée a servi pour une commande dont je ne sais rien.
    Mon ex se connecte à mon compte.
    mes données ont été volées chez vous`,
  safety: `
    De la fumée sortait du radiateur, j'ai débranché.
    La batterie a gonflé comme un ballon.
    Le grille-pain a pris feu ce matin.
    En branchant la lampe j'ai pris une décharge.
    J'ai reçu un choc électrique.
    Il y avait un morceau de verre dans vos céréales.
    Un éclat de métal dans la purée du bébé.
    Mon fils a eu une réaction allergique au shampoing et nous avons vu un médecin.
    La verseuse a éclaté et le café chaud a coulé sur ma jambe.
    La chaise haute s'est renversée avec ma fille.
    Le bouton s'est détaché et mon bébé a failli s'étouffer.
    Nous avons tous été malades après vos crevettes.
    La chaise a cédé sous moi, je me suis cassé le poignet.
    Le chargeur fait des étincelles.
    Ça chauffe énormément et ça sent le brûlé.
    Le matelas sent fort le produit chimique et nous avons mal à la tête.
    Il y avait de la moisissure dans les barres et je vomis depuis.
    Mon chien est mort après les friandises.
    Je me suis coupé sur un bord tranchant de l'étagère.
    La lame a sauté du mixeur en marche.
    La crème m'a brûlé la peau, j'ai des cloques.
    La cocotte a explosé.
    Les freins du vélo ont lâché et je suis tombé.
    Le réchaud fuit, ça sent le gaz.
    J'ai trouvé une aiguille dans la veste et je me suis piqué.
    Le lit superposé s'est effondré pendant que les enfants dormaient.
    Mes lèvres ont gonflé après une cuillère, l'étiquette ne parle pas de noix.
    le cable a fondu
    La roue de la poussette est partie en pleine rue.
    ce n'est peut-être rien mais la prise du fer devient brune et brûlante
    Votre livreur a bousculé ma mère.
    Le livreur m'a menacé.
    Je ne veux plus vivre.
    Je viendrai dans vos bureaux avec un couteau.
    Les vapeurs de la colle m'ont fait perdre connaissance.
    Mon enfant a avalé la pile, le couvercle ne ferme pas.`,
  legal: `
    J'ai confié l'affaire à mon avocat.
    Sans remboursement je saisirai le tribunal.
    Je vais vous poursuivre en justice.
    J'ai déposé plainte à la police.
    Je vais saisir la DGCCRF.
    J'ai contacté l'UFC-Que Choisir.
    Vous recevrez une mise en demeure.
    Je me réserve le droit d'engager une action en justice.
    Le médiateur de la consommation est saisi.
    J'ai demandé à ma banque de contester le paiement.
    J'ai ouvert un litige auprès de ma banque.
    C'est une arnaque, je vais à la gendarmerie.
    Si lundi ce n'est pas réglé, je préviens la presse.
    La CNIL sera informée.
    Ce que vous faites est illégal.
    mon avocat dit que vous ne respectez pas le contrat
    Je porterai plainte.
    Je n'hésiterai pas à aller devant le juge.
    Je représente Mme Hall dans cette affaire, cabinet Morel, avocats.
    Notre service juridique est prévenu.
    Dernier avis avant procédure.
    Je vous signale à la répression des fraudes.
    L'autorité compétente est informée.
    C'est du vol, je vais porter l'affaire devant les tribunaux.
    On se retrouvera au tribunal.
    Ma protection juridique prend le relais.
    Effacez mes données selon le RGPD, sinon je saisis l'autorité de contrôle.
    Un courrier de mon avocate vous parviendra.
    La télévision locale en parlera jeudi.
    J'engagerai des poursuites.
    C'est contraire à la loi.
    Je ferai intervenir un huissier.`,
} as const;

export const HARMLESS = `
    Je n'ai pas été débité deux fois, tout va bien, il me faut juste la facture.
    Il n'y a qu'un seul débit, merci d'avoir vérifié.
    Serai-je débité deux fois si je divise la commande ?
    Que se passe-t-il si je suis débité deux fois ?
    Peut-on payer en trois fois ?
    J'ai essayé deux fois de payer et la carte a été refusée.
    Acceptez-vous deux cartes pour une commande ?
    Quand suis-je débité, à la commande ou à l'envoi ?
    Le retour est-il payant ?
    J'ai passé deux fois la même commande par erreur, annulez-en une.
    Pourquoi la livraison est-elle facturée à part ?
    Je ne reconnais pas la marque sur la photo, laquelle est-ce ?
    J'ai payé avec PayPal, quand est-ce expédié ?
    Je n'ai pas encore été débité, est-ce normal ?
    J'ai payé deux fois plus cher ailleurs, je suis donc ravie.
    Puis-je payer la seconde moitié le mois prochain ?
    Ma carte est-elle en sécurité chez vous ?
    J'ai changé d'e-mail, mettez à jour mon compte s'il vous plaît.
    J'ai oublié mon mot de passe, comment le changer ?
    Impossible de me connecter, mot de passe incorrect.
    Une autre personne peut-elle retirer le colis ?
    Ma femme a commandé avec son compte, puis-je rendre l'article ?
    Mon compte est bloqué, j'ai mal tapé le mot de passe.
    Comment vous protégez-vous des pirates ?
    Je n'ai pas encore passé de commande, je voudrais juste savoir.
    Supprimez mon compte, je n'achète plus en ligne.
    Je n'ai pas reçu la confirmation de commande.
    Puis-je commander au nom de ma mère ?
    Comment changer le téléphone de mon profil ?
    Le chargeur chauffe-t-il beaucoup ?
    Le radiateur est-il sûr dans une salle de bain ?
    Et si la batterie prend feu ?
    La veste résiste-t-elle au feu ?
    Y a-t-il des petites pièces qu'un enfant pourrait avaler ?
    La crème peut-elle provoquer une réaction allergique ?
    Contient-il des noix ? Je suis allergique.
    Je suis allergique au nickel, quelles boucles choisir ?
    Vendez-vous des détecteurs de fumée ?
    Les couteaux coupent-ils bien ?
    Le verre supporte-t-il l'eau bouillante ?
    Pas de fumée, pas d'odeur, il ne s'allume simplement pas.
    Heureusement personne n'a été blessé, le carton était vide.
    La couleur s'appelle fumée mais le mien est bleu.
    Le brasero est arrivé, merci !
    Les chaussures me font un peu mal, puis-je avoir une pointure de plus ?
    L'attente me tue, quand arrive-t-il ?
    Je meurs d'envie de cette robe en vert.
    Le mixeur ne marche plus.
    La tasse s'est cassée quand je l'ai fait tomber.
    Le verre du cadre est arrivé cassé, pouvez-vous m'en envoyer un autre ?
    Un pied de chaise est cassé, je voudrais un remplacement.
    L'écran est arrivé cassé.
    La batterie ne tient que deux heures.
    Peut-on utiliser la lampe dehors sous la pluie ?
    La bougie sent merveilleusement bon.
    Le tapis sent un peu le plastique, est-ce que ça part ?
    La peinture est-elle toxique ?
    Livrez à l'hôpital Saint-Jean, service 4.
    Je travaille à l'hôpital, pouvez-vous livrer l'après-midi ?
    Mes enfants adorent le camion de pompiers.
    Y a-t-il un rappel du XJ-200 ? Je veux le savoir avant d'acheter.
    Le couteau à pain n'est pas de la bonne couleur.
    Je travaille au tribunal, laissez le colis à l'accueil.
    Je suis avocate et j'ai besoin du reçu pour mes impôts.
    Vendez-vous des livres de droit ?
    Est-il légal de l'importer en Norvège ?
    Quels sont mes droits si je retourne un article ?
    Où lire les mentions légales ?
    Je cherche une voiture de police en jouet pour mon neveu.
    Puis-je faire jouer la garantie ?
    Comment utiliser ma remise ?
    Avez-vous le livre L'avocat du diable ?
    Je ne vais poursuivre personne, rassurez-vous.
    Je vous ai vus dans le journal, bravo !
    Mon frère est policier et cherche des bottes en 46.
    La commande est en retard et je suis assez agacé.
    Le colis est perdu et personne ne répond, c'est le troisième mail.
    Je veux mon argent pour la chaise cassée.
    On me l'a volé devant la porte, le livreur l'avait laissé dehors.
    J'attends le remboursement depuis trois semaines.
    Le livreur était impoli.
    Le livreur l'a laissé chez un voisin.
    Service affreux, plus jamais.
    Annulez ma commande, je suis allé trop vite.
    J'ai reçu deux fois la mauvaise taille.
    Le bon n'a pas été appliqué.
    On m'a facturé la livraison alors que c'est gratuit dès 50 euros.
    Envoyez-moi la facture de la commande 12345.
    Pouvez-vous annuler une de mes deux commandes ?
    N'envoyez pas deux newsletters par jour.
    Le spray tue-t-il les guêpes ?
    Un chien peut-il le mordre sans être malade ?
    Le lit est-il stable pour ne pas se renverser ?
    S'il cassait et que quelqu'un se blesse, qui serait responsable ?
    Si la bouilloire fuit, est-ce couvert par la garantie ?
    L'ancien d'une autre boutique a pris feu, c'est pourquoi j'en cherche un sûr.
    Quelqu'un a-t-il déjà reçu un choc avec cette couverture ?
    Ces chaussures protègent-elles des chocs électriques ?
    Très bon couteau, il coupe comme aucun autre.
    Avez-vous des bombes de bain ?
    Combien pèse le détendeur de gaz ?
    Mon mari va me tuer si je perds encore le reçu, haha.
    Cette sauce est une tuerie.
    Les frais de douane sont-ils compris ?
    Est-ce dangereux de l'utiliser en 230 volts ?
    Je veux parler à une personne.
    Où est ma commande ?
    Je voudrais retourner ces chaussures.
    Merci pour tout, service excellent.
    La robe est belle mais trop grande.
    Je dois changer l'adresse de livraison.
    Avez-vous le manteau en taille M ?
    La livraison était incomplète, il manque une lampe.
    Je cherche une crème brûlée surgelée, en avez-vous ?
    Avez-vous du saumon fumé ?
    Le verre brûlé est une couleur ou une matière ?
    Quelle est la puissance du feu de camp électrique ?
    Je ne porterai pas plainte pour si peu, mais l'emballage est à revoir.
    Combien de fois par an suis-je prélevé, deux fois ?
    Avez-vous le même modèle en cuir ?`;
