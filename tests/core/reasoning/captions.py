"""Sentences in the style of the published answers, written by hand, with what is to be read out of them.

Each: the text, the clues as `name = value` (with `@ start-end` in seconds of a clip of six seconds where the words say
when), and the edges as `source > target` by name; `stated` edges alone.
"""

CAPTIONS: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("A man is young. He has beard.", ("gender = male", "age = young", "feature: beard = present"), ()),
    (
        "She is young. She has high cheekbones. She is wearing earrings.",
        ("age = young", "shape: cheekbones = high", "accessory: earrings = present"),
        (),
    ),
    ("The man talks while smiling for a long time.", ("action: face = talk", "smile = present"), ()),
    (
        "male,receding_hairline,brown_hair,no_beard",
        ("gender = male", "hair: hairline = receding", "hair: color = brown", "feature: beard = absent"),
        (),
    ),
    (
        "gray_hair,eyeglasses,pointy_nose,no_beard,wearing_necklace",
        (
            "hair: color = gray",
            "accessory: eyeglasses = present",
            "nose: tip shape = pointed",
            "feature: beard = absent",
            "accessory: necklace = present",
        ),
        (),
    ),
    ("frown, head_wagging, talk", ("AU4 = present", "head shake = present", "action: face = talk"), ()),
    ("shake_head, smile, talk", ("head shake = present", "smile = present", "action: face = talk"), ()),
    ("The eyebrow color is black.", ("eyebrow: color = black",), ()),
    (
        "His hair is brown, short, and without bangs.",
        ("hair: color = brown", "hair: length = short", "hair: bangs = absent"),
        (),
    ),
    (
        "The woman first keeps an expression of fear, she finally turns into a face of sadness.",
        ("fear = present @ 0-2", "sadness = present @ 4-6"),
        (),
    ),
    ("All the while this male keeps a face of happiness.", ("gender = male", "happiness = present"), ()),
    (
        "In a dimly lit room, a middle-aged East Asian woman with shoulder-length dark hair looks down.",
        (
            "age = middle-aged",
            "gender = female",
            "hair: length = medium",
            "hair: color = dark",
            "gaze up or down = down",
        ),
        (),
    ),
    (
        "AU6,AU7,AU10,AU12,AU25",
        ("AU6/7 = present", "AU10 = present", "AU12 = present", "AU25 = present"),
        (),
    ),
    (
        "Her eyebrows are slightly raised and her eyes are wide open.",
        ("AU1 = slight", "AU2 = slight", "AU5 = present"),
        (),
    ),
    (
        "The corners of the mouth are not pulled up. There is no smile.",
        ("AU12 = absent", "smile = absent"),
        (),
    ),
    (
        "His furrowed brows and tightly pressed lips suggest anger.",
        ("brows lowered = present", "pressed lips = marked", "anger = present"),
        ("brows lowered > anger", "pressed lips > anger"),
    ),
    (
        "A broad smile with raised cheeks is shown by the pulled up lip corners (AU12) and the raised cheeks (AU6), "
        "which suggests happiness.",
        ("AU12 = present", "AU6/7 = present", "smile with raised cheeks = marked", "happiness = present"),
        (
            "AU12 > smile with raised cheeks",
            "AU6/7 > smile with raised cheeks",
            "smile with raised cheeks > happiness",
        ),
    ),
    ("The man on the left frowns. The person in the center smiles broadly at 0:03.", ("smile = marked @ 3-4",), ()),
    (
        "She may be slightly sad, as shown by her downturned mouth corners and lowered gaze.",
        ("lip corners down = present", "gaze up or down = down", "sadness = slight"),
        ("lip corners down > sadness", "gaze up or down > sadness"),
    ),
    (
        "At first she is calm, then her brows are drawn together, and in the end tears appear.",
        ("neutral = present @ 0-2", "AU4 = present @ 2-4", "tearful face = present @ 4-6"),
        (),
    ),
    ("She smiles at first and frowns in the end.", ("smile = present @ 0-2", "AU4 = present @ 4-6"), ()),
    ("He is neither happy nor sad.", ("happiness = absent", "sadness = absent"), ()),
    (
        "The head is slightly turned to the left. His head is tilted to his right.",
        ("head turned = left", "head tilted = to the person's right"),
        (),
    ),
    (
        "Because the nose is wrinkled and the upper lip is raised, the face conveys disgust.",
        ("wrinkled nose = present", "raised upper lip = present", "disgust = present"),
        ("wrinkled nose > disgust", "raised upper lip > disgust"),
    ),
    (
        "After two seconds her jaw drops and between 1 and 3 seconds her eyes are closed.",
        ("AU26 = present @ 2-6", "eyes closed = present @ 1-3"),
        (),
    ),
    (
        "The lips are parted, with teeth visible. No beard, mustache, or glasses.",
        (
            "AU25 = present",
            "mouth: teeth = present",
            "feature: beard = absent",
            "feature: mustache = absent",
            "accessory: eyeglasses = absent",
        ),
        (),
    ),
    (
        "The person seems joyful; however, the brows are not raised.",
        ("happiness = present", "AU1 = absent", "AU2 = absent"),
        (),
    ),
    ("Bags under the eyes are not visible.", ("eye: bags = absent",), ()),
    (
        "The woman nods twice, her gaze is lowered, and her lips tremble.",
        ("nod = present", "gaze up or down = down"),
        (),
    ),
    (
        "The brows are raised. This indicates surprise.",
        ("AU1 = present", "AU2 = present", "surprise = present"),
        ("AU1 > surprise", "AU2 > surprise"),
    ),
    (
        "The smile fades. Her tears reflect deep sorrow rather than anger.",
        ("smile = present", "tearful face = present", "sadness = marked", "anger = absent"),
        ("tearful face > sadness", "tearful face > anger"),
    ),
    (
        "Her eyes are narrowed and her cheeks are raised, and the mouth is wide open.",
        ("AU6/7 = present", "AU25 = present", "AU26 = present"),
        (),
    ),
    (
        "She has blue eyes, arched eyebrows, a pointed nose and pink lips.",
        (
            "eye: color = blue",
            "eyebrow: angle = arched",
            "nose: tip shape = pointed",
            "mouth: lip color = pink",
        ),
        (),
    ),
    (
        "From 0:01 to 0:03, the brows and the cheeks are not raised, and the head is bowed.",
        ("AU1 = absent @ 1-3", "AU2 = absent @ 1-3", "AU6/7 = absent @ 1-3", "head raised or lowered = down @ 1-3"),
        (),
    ),
    (
        "She shows contempt for the first two seconds; for the last two seconds she looks disappointed.",
        ("contempt = present @ 0-2", "disappointment = present @ 4-6"),
        (),
    ),
    (
        "He is not only angry but also disgusted, which is reflected in his wrinkled nose.",
        ("wrinkled nose = present", "anger = present", "disgust = present"),
        ("wrinkled nose > disgust",),
    ),
)
