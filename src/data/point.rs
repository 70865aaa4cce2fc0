//! Points on the ground, and British grid references turned into them.
//!
//! The formulas are those of Ordnance Survey's "A guide to coordinate systems in Great Britain": annexe C takes eastings
//! and northings to latitude and longitude on the ellipsoid of Airy (OSGB36), annexe B those to cartesian coordinates
//! and back, and section 6.6 shifts them to WGS84 with one Helmert transformation. It is right to about 5 metres, which
//! is far less than a postcode is wide.

/// Metres in a mile.
const MILE: f64 = 1609.344;
/// The radius of the Earth in metres, as the mean of its axes has it.
const RADIUS: f64 = 6_371_008.8;

/// A place on the ground: WGS84, in degrees.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// Latitude, north is above zero.
    pub lat: f64,
    /// Longitude, east is above zero.
    pub lon: f64,
}

/// An ellipsoid by its two axes, in metres.
struct Ellipsoid {
    a: f64,
    b: f64,
}

const AIRY: Ellipsoid = Ellipsoid { a: 6_377_563.396, b: 6_356_256.909 };
const WGS84: Ellipsoid = Ellipsoid { a: 6_378_137.0, b: 6_356_752.314_1 };

/// The scale on the central meridian of the National Grid, its true origin in degrees, and what that is called in metres.
const SCALE: f64 = 0.999_601_271_7;
const ORIGIN: Point = Point { lat: 49.0, lon: -2.0 };
const FALSE_EASTING: f64 = 400_000.0;
const FALSE_NORTHING: f64 = -100_000.0;

impl Ellipsoid {
    fn e2(&self) -> f64 {
        1.0 - (self.b * self.b) / (self.a * self.a)
    }

    /// Cartesian coordinates of a point at height zero (equations B2 to B5).
    fn cartesian(&self, point: Point) -> [f64; 3] {
        let (lat, lon) = (point.lat.to_radians(), point.lon.to_radians());
        let nu = self.a / (1.0 - self.e2() * lat.sin().powi(2)).sqrt();
        [nu * lat.cos() * lon.cos(), nu * lat.cos() * lon.sin(), (1.0 - self.e2()) * nu * lat.sin()]
    }

    /// The point below cartesian coordinates (equations B6 to B8).
    fn point(&self, [x, y, z]: [f64; 3]) -> Point {
        let p = x.hypot(y);
        let mut lat = z.atan2(p * (1.0 - self.e2()));
        // Each round gains several digits; the third changes nothing that counts.
        for _ in 0..4 {
            let nu = self.a / (1.0 - self.e2() * lat.sin().powi(2)).sqrt();
            lat = (z + self.e2() * nu * lat.sin()).atan2(p);
        }
        Point { lat: lat.to_degrees(), lon: y.atan2(x).to_degrees() }
    }
}

impl Point {
    /// The point of a reference of the National Grid, in metres.
    pub fn of_grid(easting: f64, northing: f64) -> Self {
        WGS84.point(shifted(AIRY.cartesian(of_grid_on_airy(easting, northing))))
    }

    /// Miles to another point in a straight line, along a great circle.
    pub fn miles_to(self, other: Self) -> f64 {
        let (lat, other_lat) = (self.lat.to_radians(), other.lat.to_radians());
        let (north, east) = ((other_lat - lat) / 2.0, (other.lon - self.lon).to_radians() / 2.0);
        let half = north.sin().powi(2) + lat.cos() * other_lat.cos() * east.sin().powi(2);
        2.0 * RADIUS * half.sqrt().min(1.0).asin() / MILE
    }

    /// Whether it lies in the United Kingdom or the sea around it.
    pub fn is_in_the_uk(self) -> bool {
        (49.7..=61.0).contains(&self.lat) && (-8.8..=2.0).contains(&self.lon)
    }
}

/// Latitude and longitude on the ellipsoid of Airy (annexe C, equations C1 to C9).
fn of_grid_on_airy(easting: f64, northing: f64) -> Point {
    let (a, b, e2) = (AIRY.a * SCALE, AIRY.b * SCALE, AIRY.e2());
    let n = (a - b) / (a + b);
    let origin = ORIGIN.lat.to_radians();
    let arc = |lat: f64| {
        let (minus, plus) = (lat - origin, lat + origin);
        b * ((1.0 + n + 1.25 * n * n + 1.25 * n.powi(3)) * minus
            - (3.0 * n + 3.0 * n * n + 2.625 * n.powi(3)) * minus.sin() * plus.cos()
            + (1.875 * n * n + 1.875 * n.powi(3)) * (2.0 * minus).sin() * (2.0 * plus).cos()
            - 35.0 / 24.0 * n.powi(3) * (3.0 * minus).sin() * (3.0 * plus).cos())
    };
    let north = northing - FALSE_NORTHING;
    let mut lat = north / a + origin;
    // Four rounds come within a hundredth of a millimetre anywhere on the grid; more are for numbers far off it.
    for _ in 0..8 {
        let left = north - arc(lat);
        if left.abs() < 0.000_01 {
            break;
        }
        lat += left / a;
    }
    let (sin2, tan, sec) = (lat.sin().powi(2), lat.tan(), 1.0 / lat.cos());
    let nu = a / (1.0 - e2 * sin2).sqrt();
    let rho = a * (1.0 - e2) / (1.0 - e2 * sin2).powf(1.5);
    let eta2 = nu / rho - 1.0;
    let (t2, t4, t6) = (tan.powi(2), tan.powi(4), tan.powi(6));
    let vii = tan / (2.0 * rho * nu);
    let viii = tan / (24.0 * rho * nu.powi(3)) * (5.0 + 3.0 * t2 + eta2 - 9.0 * t2 * eta2);
    let ix = tan / (720.0 * rho * nu.powi(5)) * (61.0 + 90.0 * t2 + 45.0 * t4);
    let x = sec / nu;
    let xi = sec / (6.0 * nu.powi(3)) * (nu / rho + 2.0 * t2);
    let xii = sec / (120.0 * nu.powi(5)) * (5.0 + 28.0 * t2 + 24.0 * t4);
    let xiia = sec / (5040.0 * nu.powi(7)) * (61.0 + 662.0 * t2 + 1320.0 * t4 + 720.0 * t6);
    let east = easting - FALSE_EASTING;
    let lat = lat - vii * east.powi(2) + viii * east.powi(4) - ix * east.powi(6);
    let lon = x * east - xi * east.powi(3) + xii * east.powi(5) - xiia * east.powi(7);
    Point { lat: lat.to_degrees(), lon: ORIGIN.lon + lon.to_degrees() }
}

/// OSGB36 to WGS84: the parameters of section 6.6 with their signs turned round, as the guide says to.
fn shifted([x, y, z]: [f64; 3]) -> [f64; 3] {
    const SECOND: f64 = std::f64::consts::PI / 180.0 / 3600.0;
    let scale = 1.0 - 20.489_4e-6;
    let (rx, ry, rz) = (0.150_2 * SECOND, 0.247_0 * SECOND, 0.842_1 * SECOND);
    [
        446.448 + scale * x - rz * y + ry * z,
        -125.157 + rz * x + scale * y - rx * z,
        542.060 - ry * x + rx * y + scale * z,
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn degrees(degrees: f64, minutes: f64, seconds: f64) -> f64 {
        degrees + minutes / 60.0 + seconds / 3600.0
    }

    /// The worked example of annexe C.2 of the guide.
    #[test]
    fn the_grid_is_turned_into_latitude_as_in_the_guide_s_example() {
        let point = of_grid_on_airy(651_409.903, 313_177.270);
        assert!((point.lat - degrees(52.0, 39.0, 27.253_1)).abs() < 1e-8, "{point:?}");
        assert!((point.lon - degrees(1.0, 43.0, 4.517_7)).abs() < 1e-8, "{point:?}");
    }

    /// The worked example of the Helmert transformation, from its end to its beginning.
    #[test]
    fn the_shift_takes_the_guide_s_example_back() {
        let there = [3_790_269.549, -110_038.064, 5_111_050.261];
        for (own, wanted) in shifted(there).into_iter().zip([3_790_644.900, -110_149.210, 5_111_482.970]) {
            assert!((own - wanted).abs() < 0.05, "{own} {wanted}");
        }
    }

    /// Points that Ordnance Survey and others publish, within the 5 metres that the formula promises and a little more.
    #[test]
    fn known_points_are_where_they_are() {
        for (name, easting, northing, lat, lon) in [
            ("Caister water tower", 651_409.804, 313_177.450, 52.658_007_833, 1.716_073_973),
            ("TR143599", 614_300.0, 159_900.0, 51.297_880, 1.072_628),
        ] {
            let off = Point::of_grid(easting, northing).miles_to(Point { lat, lon }) * MILE;
            assert!(off < 6.0, "{name} is {off} m off");
        }
    }

    #[test]
    fn miles_are_those_of_a_great_circle() {
        // A degree of latitude is 69 miles; Land's End and John o' Groats are 603 apart.
        let at = |lat, lon| Point { lat, lon };
        assert!((at(52.0, -1.0).miles_to(at(53.0, -1.0)) - 69.09).abs() < 0.05);
        let length = at(50.0657, -5.7132).miles_to(at(58.6373, -3.0689));
        assert!((length - 603.0).abs() < 2.0, "{length}");
        assert_eq!(at(52.0, -1.0).miles_to(at(52.0, -1.0)), 0.0);
    }

    #[test]
    fn numbers_far_off_the_grid_come_to_an_end() {
        for (easting, northing) in [(f64::MAX, 1.0), (-1e9, 1e12), (f64::NAN, 0.0)] {
            assert!(!Point::of_grid(easting, northing).is_in_the_uk(), "{easting} {northing}");
        }
    }
}
