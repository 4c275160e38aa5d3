/** Written English sentences of critical matters, by the review reason they must give, and harmless ones near them. */
export const CRITICAL = {
  money: `
    Could you have a look at my statement? The same amount shows up on the 3rd and again on the 5th, and I placed a single order.
    i ordered one lamp and ur shop took the money for it 2 times
    My card was chraged twice for order 48211.
    you debited 89.90 from my account on Monday, and today another 89.90 for the very same boots
    Just noticed that I seem to have paid double for the curtains.
    There's a payment to your company on my card that I know nothing about.
    I cancelled my membership in March and you are still taking 9.99 every month.
    I cancelled the order before it shipped but the money was taken anyway.
    I have been charged for something I did not order.
    We don't know this charge: RETAIL SHOP 212.00. Nobody in our house bought anything.
    My bank called me about a payment to you which I haven't made.
    Why is there a recurring payment on my account? I never agreed to a subscription.
    I was billed for 3 mugs, I only bought 1.
    Two withdrawals from my account for the same basket, please look into it.
    the payment failed on your page but it was taken from my bank, so i paid again and now both are gone
    Your site gave an error, I tried again, and now I see two payments.
    Hello, I think the system has booked my purchase twice by mistake, no rush but please check
    It looks like the card of my late husband is still being charged by your shop.
    My 8 year old's tablet shows purchases on my card which nobody approved.
    I got billed after my free trial although I had ended it.
    i have been double charged and my rent bounced because of it
    You've taken money out of my account without asking me.
    The refund was never a refund: you charged me a second time instead of paying me back.
    Someone bought a phone at your store with my credit card.
    my paypal was used on your website, it was not me
    There are three identical charges of 54.20 from you on my visa.
    Charged for express shipping that I had not chosen and did not agree to.
    I paid by transfer and then you also charged my card for the same invoice.
    money debited from my account two times pls refund one
    You keep billing me monthly even though I closed my account in January.
    I see an unauthorised transaction from your shop dated yesterday
    unathorized charge on my debit card!!!
    The deposit was collected again although I'd already settled the whole sum.
    my credit card company flagged a purchase at your shop that isn't mine
    This morning I checked my banking app and there were 2 pending payments for order 7731, although I pressed the button once.
    I returned everything months ago and yesterday you took the full amount from my card again.
    Hello, when I did my accounts I noticed that you took 45.00 on Monday and 45.00 on Tuesday. I only remember one order. Could you check?
    Two lots of 19.99 came out this morning.
    The direct debit ran a second time.
    The club fee keeps coming off my account, I ended that in spring.
    I asked you to stop the plan in June. July and August were both taken.`,
  account_security: `
    Somebody has got into my account and changed the delivery address.
    I can no longer sign in, the e-mail on my profile is now one I don't know.
    There are orders in my history that I did not place.
    I received a confirmation for a games console I never ordered.
    Someone is using my login, I see a device from Brazil.
    my acount was hacked
    My password was changed last night and I did not do that.
    An order was placed in my name and sent to a street I have never heard of.
    Please lock my account, a stranger has access to it.
    My gift card balance is gone and I haven't used it.
    All my loyalty points were spent by somebody else.
    I think my account has been broken into.
    It seems another person is logged in as me.
    I get shipping notices for things I have not bought, to an address in another city.
    my account got comprimised
    Your site shows me somebody else's orders and address when I sign in.
    The phone number in my account isn't mine any more.
    I clicked on a mail that looked like yours and entered my password; now I can't get in.
    Hackers took over my profile and ordered two laptops.
    Someone reset my password and I am locked out.
    My ex partner is logging into my account and reading my orders.
    I noticed a login from Vietnam, I live in Leeds.
    My saved card was used for an order which I know nothing about.
    I fear my details were leaked from your shop: I'm getting scam calls that quote my last order.`,
  safety: `
    The kettle's cable got so hot that it melted.
    There was smoke coming out of the heater, I pulled the plug.
    my new power bank swelled up like a balloon
    When I plugged in the lamp I felt a tingle going through my hand.
    The toaster went up in flames this morning.
    The battery of the scooter burnt my hall down.
    I bit on a piece of glass in your granola.
    There was a metal splinter in the baby food.
    My son broke out in hives after using the shampoo and had to see a doctor.
    The glass of the coffee jug cracked and the hot coffee went all over my leg.
    The high chair tipped over with my daughter in it.
    The button of the toy came off and my baby nearly choked on it.
    We were all ill after eating the shrimps from you.
    The chair collapsed beneath me and I broke my wrist.
    The charger gives off sparks.
    It gets alarmingly hot while charging and smells of burning.
    There's a strong chemical smell from the mattress and we all have headaches.
    The protein bars had mould inside and I have been sick since.
    My dog died after eating the treats.
    I cut my finger badly on a sharp edge of the shelf.
    The blade came off the blender while it was running.
    Is the hoverboard being recalled? Mine has started to smoke.
    not a big thing maybe but the plug of the iron is getting brown and hot
    The face cream burned my skin, it is red and blistered
    The pressure cooker blew its lid off.
    The e-bike's brakes failed on a hill and I fell.
    My grandmother got an electirc shock from the blanket you sent.
    Gas is leaking from the camping stove.
    I found a needle in the jacket and pricked myself.
    The bunk bed gave way while the kids were sleeping.
    The helmet strap snapped and my wife hurt her head.
    My lips swelled after one spoonful, the label says nothing of nuts.
    the ladder slipped apart and my dad is in A&E
    The wheel of the pram fell off while we were crossing the road
    It overheats and the plastic has gone soft.
    The microwave arced and there was a loud bang.
    The hair dryer shot out a flame at me.
    My toddler got the batteries out of the toy because the lid doesn't close and put one in his mouth.
    Your courier pushed my mother at the door.
    The delivery man followed my daughter and shouted that he knows where we live.
    I can't go on, I want to end my life.
    If this isn't sorted I'll come to your office with a knife.
    The carbon monoxide alarm went off because of your stove.
    The fumes of the glue made me pass out.
    The vitamins have a best before date of two years ago and my child has been throwing up all night.`,
  legal: `
    I have passed the matter on to my lawyer.
    My solicitor will be in touch.
    Unless I have my money by Friday I shall start proceedings.
    I'll see you in court.
    This has been reported to the consumer ombudsman.
    I have filed a complaint with Trading Standards.
    I'm about to lodge a claim in the small claims court.
    My lawer says you are in breach of contract.
    I am going to dispute the payment with my bank.
    I've opened a chargeback.
    If I don't hear back I will get the police involved.
    We have already been to the police station.
    Consider this letter my formal notice before legal action.
    I will contact the newspapers if this is not put right by Monday.
    The data protection authority will hear of this.
    Under the Sale of Goods Act I am entitled to a refund and will enforce it.
    I work for a law firm and represent Mrs Hall in this matter.
    You leave me no choice but to sue.
    Expect a letter from my attorney.
    I am writing on behalf of the Federal Trade Commission regarding complaints about your shop.
    Our legal department has been informed.
    I have asked a consumer association to take up my case.
    What you do is against the law.
    I will take this further, all the way to a judge if need be.
    My insurance company and its lawyers will claim the damage from you.
    I'm going to the local TV station with this on Thursday.
    I demand erasure of my data under GDPR, otherwise I will turn to the supervisory authority.
    You will be hearing from my legal counsel
    This is theft and I am pressing charges.
    my attorney generals office complaint number is 22-1883`,
} as const;

export const HARMLESS = `
    I was not charged twice, all is well, I only need the invoice.
    No, there is just one charge, thank you for checking.
    I was only charged once, is that right for two items?
    Will my card be charged twice if I split the order?
    What happens if I get charged twice?
    How do you prevent double charges?
    Can I pay in three payments with Klarna?
    I tried three times to pay and my card was declined.
    Do you take two payments, a gift card and a credit card?
    When will you charge my card, at order or at dispatch?
    Is there a charge for returns?
    I paid twice as much at another shop, so I am very happy.
    Could I pay the second half next month?
    I ordered the same shirt twice, please cancel one of them.
    I accidentally placed the order twice, can you delete one?
    Why is shipping charged separately?
    I don't recognise the brand in the picture, what is it?
    I do not recognise this order status, what does "in clearance" mean?
    I paid with PayPal, when is it shipped?
    Two charges are shown on the price list, delivery and assembly, what is the difference?
    Do you charge a restocking fee?
    Is my bank account charged immediately?
    I have not been billed yet, is that normal?
    I changed my e-mail address, please update my account.
    I forgot my password, how can I reset it?
    I cannot log in, it says wrong password.
    How do I change the password of my account?
    Is my account safe with you?
    Someone else may pick the parcel up for me, is that possible?
    My wife placed the order with her account, can I return it?
    Can somebody else use my discount code?
    My account is locked, I typed the password wrong too often.
    How do you protect customers from being hacked?
    I did not place an order yet, I only want to ask.
    Please delete my account, I don't shop online any more.
    I received a new phone number, how do I change it in my profile?
    I never got a confirmation for my order.
    I would like to order in my mother's name, is that ok?
    Does this charger get hot?
    Is the heater safe in a bathroom?
    What if the battery catches fire?
    Is the jacket fire-proof?
    Does the toy have small parts that a child could swallow?
    Does the cream cause allergic reactions?
    Does it contain nuts? I'm allergic to them.
    I have an allergy to nickel, which earrings can I wear?
    Do you sell smoke alarms and fire blankets?
    How hot does the glue gun get?
    Can this glass jar hold boiling water without cracking?
    Are the knives sharp?
    There is no smoke and no smell, it simply does not switch on.
    Luckily nobody was hurt when the box fell off the shelf, it was empty.
    The colour is called smoke, but mine is blue.
    The fire pit arrived, thank you!
    This sauce is the bomb.
    That burger press is killer!
    The shoes hurt a little at the heel, can I exchange them for a larger size?
    My feet are killing me, do you have insoles?
    The new album is fire.
    These boots burn a hole in my pocket, any discount?
    The blender is not working any more.
    The mug broke when I dropped it.
    The glass of the picture frame was broken when it arrived, may I have another one?
    One chair leg is cracked, can I get a replacement?
    The screen arrived smashed.
    The battery only lasts two hours.
    The battery doesn't charge.
    Can the lamp be used outside in the rain?
    How do I dispose of old batteries?
    The candle smells wonderful.
    The carpet smells a bit of plastic, does that go away?
    Is the paint toxic?
    Which first aid kit do you recommend for a hospital bag?
    Please deliver to St Mary's Hospital, ward 4.
    Can I get a plaster for small cuts from you?
    My kids love the fire truck.
    Is there a recall of the XJ-200? I would like to know before I buy.
    The bread knife is in the wrong colour.
    I work at the court house, please deliver to the back entrance.
    I am a lawyer and need the receipt for my tax return.
    Do you sell law books?
    Is it legal to import this into Norway?
    What are my statutory rights when I return something?
    Where can I read your legal notice?
    The tennis court shoes are too small.
    Does the police discount apply to this?
    I'd like a toy police car for my nephew.
    Can I claim the warranty?
    How can I claim my discount?
    I want to claim a refund for the returned shoes.
    Sue from your team was lovely, thank you!
    Do you have the book The Lawyer's Wife?
    What does the regulator of this gas grill weigh?
    I'd like a pressure regulator for my diving kit.
    Do you report my payments to a credit agency?
    Who is the data protection officer? I only want to know for my records.
    I wouldn't go to court over it, but the packaging could be better.
    I am not going to sue you, don't worry.
    I hope your lawyers approve of this nice review :)
    My brother is a policeman and needs boots in size 46.
    You are not in any legal trouble, I just need a copy of the terms.
    Does the press-on nail set come in red?
    I saw you in the newspaper, congratulations!
    My order is late and I am quite annoyed.
    The parcel is lost and nobody answers, this is the third mail!
    I want my money back for the broken chair.
    It was stolen from my porch, the driver left it outside.
    I'm still waiting for my refund after three weeks.
    The driver was rude.
    The driver left the parcel with a neighbour.
    Horrible service, never again.
    Cancel my order please, I was too quick.
    I received the wrong size twice.
    My card was declined twice, what can I do?
    The voucher was not applied.
    I was charged for shipping though it said free over 50 euros.
    Please send me an invoice for order 12345.
    Can you cancel one of my two orders?
    Please stop sending me two newsletters every day.
    Is 230 volts dangerous for this US hair dryer?
    Could a dog chew on this without getting sick?
    Does the spray kill wasps?
    I would die for this dress in green!
    My wife is going to kill me if I lose the receipt again, haha.
    Don't shoot the messenger, but the zip is stuck.
    I'm dead tired of waiting, when is it coming?
    Do you have bath bombs?
    Is the crib stable enough that it cannot tip over?
    If it broke and someone got hurt, who would be liable?
    In case the kettle leaks, is that covered by the warranty?
    My last kettle from another shop caught fire, that is why I am looking for a safe one.
    Has anyone ever had an electric shock from this blanket?
    Do these shoes protect against electric shock?
    Would the driver be punished if he opened my parcel?
    Great knife, it cuts like nothing else.`;
