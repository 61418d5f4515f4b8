"""Generic words of Arabic place phrases, folded: heads, directions, surroundings."""

from __future__ import annotations

# Head -> levels that it asks for; an empty tuple takes any settlement-like place.
HEADS: dict[str, tuple[str, ...]] = {
    "مدينه": ("settlement",), "بلده": ("settlement",), "قريه": ("settlement",), "مزرعه": ("settlement", "site"),
    "ضيعه": ("settlement",), "محافظه": ("governorate",), "ناحيه": ("subdistrict", "settlement"),
    "قضاء": ("district",), "حي": ("neighbourhood", "settlement"), "ضاحيه": ("neighbourhood", "settlement"),
    "مخيم": ("camp",), "معبر": ("site",), "مطار": ("site",), "قاعده": ("site",), "معسكر": ("site",), "سجن": ("site",),
    "مشفي": ("site",), "مستشفي": ("site",), "جبل": ("region",), "سهل": ("region",), "تل": ("settlement",), "تله": ("settlement",),
    "عاصمه": ("settlement",), "ولايه": ("governorate",), "منطقه": (), "اقليم": (), "كتيبه": ("site",), "خربه": ("settlement",),
}  # fmt: skip
PLURAL_HEADS: dict[str, str] = {
    "بلدتي": "بلده", "بلدتا": "بلده", "بلدتين": "بلده", "بلدات": "بلده", "قريتي": "قريه", "قريتا": "قريه", "قريتين": "قريه", "قري": "قريه",
    "مدينتي": "مدينه", "مدينتا": "مدينه", "مدينتين": "مدينه", "مدن": "مدينه", "محافظتي": "محافظه", "محافظتا": "محافظه",
    "محافظات": "محافظه", "منطقتي": "منطقه", "منطقتا": "منطقه", "مناطق": "منطقه", "احياء": "حي", "حيي": "حي", "حيا": "حي",
    "ناحيتي": "ناحيه", "نواحي": "ناحيه", "مخيمات": "مخيم", "مزارع": "مزرعه", "تلال": "تل", "تلتي": "تل", "جبهات": "محور", "محاور": "محور",
    "جبهه": "محور", "محور": "محور", "جبهتي": "محور", "محوري": "محور", "خط": "محور", "معبري": "معبر", "جبال": "جبل",
}  # fmt: skip
AXIS = "محور"
ENVIRONS = frozenset(["محيط", "اطراف", "مشارف", "ضواحي", "تخوم", "حول", "جوار", "اجواء", "سماء", "مجاوره"])
# Of these, what stands for the place itself (the air over it) and what for its surroundings.
ITSELF = frozenset({"اجواء", "سماء", "وسط", "مركز", "قلب", "داخل"})
COUNTRYSIDE = frozenset({"ريف", "ارياف", "ريفي", "ريفا"})
DIRECTIONS: dict[str, str] = {
    "شمال": "شمال", "شمالي": "شمال", "جنوب": "جنوب", "جنوبي": "جنوب", "شرق": "شرق", "شرقي": "شرق", "غرب": "غرب", "غربي": "غرب",
}  # fmt: skip
ADJECTIVES: dict[str, str] = {
    "شمالي": "الشمالي", "جنوبي": "الجنوبي", "شرقي": "الشرقي", "غربي": "الغربي", "اوسط": "الأوسط",
}  # fmt: skip
ANAPHORS: dict[str, tuple[str, ...]] = {
    "مدينه": ("settlement",), "بلده": ("settlement",), "قريه": ("settlement",), "محافظه": ("governorate",),
    "منطقه": ("settlement", "area", "subdistrict", "district", "governorate", "region", "camp", "neighbourhood"),
    "بلاد": ("country",), "مخيم": ("camp",), "حي": ("neighbourhood",), "معبر": ("site",),
}  # fmt: skip
NATION_OF_BORDER: dict[str, str] = {"تركي": "تركيا", "عراقي": "العراق", "لبناني": "لبنان", "اردني": "الأردن", "سوري": "سوريا"}
