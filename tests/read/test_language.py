"""The language of a text: our own sentences in each."""

from __future__ import annotations

import pytest

from legation.read.language import language_of

SENTENCES = {
    "en": "The minister said that the ships had been bought from a yard in the south of the country.",
    "de": "Der Minister sagte, dass die Schiffe von der Werft nicht geliefert worden sind und auch das Geld fehlt.",
    "sv": "Ministern sade att det inte är fartyg som landet har köpt av varvet, och att pengar till det saknas.",
    "cs": "Ministr řekl, že se lodě podle smlouvy staví v loděnici, která je na jihu země, a také že jsou drahé.",
    "id": "Menteri mengatakan bahwa kapal itu dibeli dari galangan di selatan dan tidak akan dikirim pada tahun ini.",
    "tr": "Bakan, gemilerin bir tersane ile yapılan sözleşme için bu yıl olarak teslim edileceğini ve daha çok gemi istendiğini söyledi.",
    "ru": "Министр сообщил, что корабли были куплены на верфи и этот договор подписан.",
    "uk": "Міністр повідомив, що кораблі були куплені на верфі, і цей договір підписано.",
    "bg": "Министърът съобщи, че корабите са купени и договорът е подписан в столицата.",
    "ar": "قال الوزير إن السفن تم شراؤها من حوض بناء السفن في الجنوب وإن العقد وقع.",
    "fa": "وزیر گفت که کشتی‌ها از یک کارخانه در جنوب کشور خریداری شده و قرارداد چهار ساله است.",
    "ur": "وزیر نے کہا کہ جہاز جنوب کے ایک کارخانے سے خریدے گئے ہیں اور معاہدے پر دستخط ہو چکے ہیں۔",
    "ja": "大臣は、船が南部の造船所から購入されたと述べた。",
    "zh": "部长说，这些船是从南部的一家造船厂购买的。",
    "ko": "장관은 그 배들이 남부의 조선소에서 구입되었다고 말했다.",
    "hi": "मंत्री ने कहा कि जहाज दक्षिण के एक कारखाने से खरीदे गए थे।",
    "th": "รัฐมนตรีกล่าวว่าเรือถูกซื้อจากอู่ต่อเรือทางใต้",
}


@pytest.mark.parametrize("code", SENTENCES)
def test_a_sentence_is_in_its_language(code: str) -> None:
    assert language_of(SENTENCES[code]) == code


@pytest.mark.parametrize(
    "text",
    ["", "12 345", "Rosoboronexport Mi-35M Kamov", "Kyiv: Зеленський met Scholz, the office of the president said."],
)
def test_what_is_not_clearly_another_language_is_none_or_english(text: str) -> None:
    assert language_of(text) in (None, "en")
