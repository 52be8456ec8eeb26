use super::*;
#[test]
fn probe() {
    let Ok(file) = std::env::var("PROBE") else { return };
    for line in std::fs::read_to_string(file).unwrap().lines() {
        let mut p = line.splitn(3, '|');
        let (l, n, t) = (p.next().unwrap(), p.next().unwrap(), p.next().unwrap());
        let language = Language::from_code(l).unwrap();
        let now = at(language, n);
        let said = find(t, language, &now).iter().map(|w| format!("{} [{}]", short(w), &t[w.span.clone()])).collect::<Vec<_>>().join("; ");
        println!("PROBE {l} {t}  =>  {said}");
    }
}
