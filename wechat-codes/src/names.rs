//! Finds the variant of a name: by a perfect hash with feature `phf`, otherwise by comparing one name
//! after the other. Generated code calls a macro that differs with the feature, because a `cfg` in
//! generated code would ask for a feature of the user's crate.

#[cfg(feature = "phf")]
#[doc(hidden)]
#[macro_export]
macro_rules! __variant_of_name {
    ($name:ident, $code:ty, $($entries:tt)*) => {{
        // `phf_map!` writes paths that begin with `phf`.
        use $crate::__private::phf;
        static CODES: phf::Map<&'static $crate::__private::str, $code> =
            phf::phf_map! { $($entries)* };
        match CODES.get($name) {
            $crate::__private::Some(__code) => $crate::__private::Some(__candidate(*__code)),
            $crate::__private::None => $crate::__private::None,
        }
    }};
}

#[cfg(not(feature = "phf"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __variant_of_name {
    ($name:ident, $code:ty, $($entries:tt)*) => {
        $crate::__private::variant_of_name($name)
    };
}

/// Returns the variant of a name, after comparing the names of all variants.
#[cfg(not(feature = "phf"))]
#[must_use]
pub fn variant_of_name<T: crate::CodeTable>(name: &str) -> Option<T> {
    T::iter().find(|code| code.name() == name)
}
